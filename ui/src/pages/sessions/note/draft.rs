//! A note while it is edited: sections of sentences, each with a key that stays while the page is open. Free of web types.

use std::collections::BTreeMap;

use contract::notes::{Origin, SectionEdit, SectionView, SentenceEdit, SentenceView};
use contract::{ScreeningId, SegmentId, SentenceId};

/// A sentence's key on this page; a new sentence has one before the core gives it an id.
pub type Key = u64;

/// A sentence as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub key: Key,
    pub id: Option<SentenceId>,
    pub text: String,
    pub evidence: Vec<SegmentId>,
    /// Results it stands on; the core keeps them with the sentence through every edit.
    pub screenings: Vec<ScreeningId>,
    pub origin: Origin,
    pub drafted_text: Option<String>,
    pub not_assessed: bool,
}

impl Sentence {
    fn from_view(key: Key, view: SentenceView) -> Self {
        Self {
            key,
            id: Some(view.id),
            text: view.text,
            evidence: view.evidence,
            screenings: view.screenings,
            origin: view.origin,
            drafted_text: view.drafted_text,
            not_assessed: view.not_assessed,
        }
    }

    /// It says something and stands on nothing.
    pub fn unsupported(&self) -> bool {
        let stands = !self.evidence.is_empty() || !self.screenings.is_empty();
        !self.not_assessed && !stands && !self.text.trim().is_empty()
    }
}

/// A section as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub name: String,
    pub sentences: Vec<Sentence>,
}

/// The sections as they stand on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub sections: Vec<Section>,
    next_key: Key,
}

impl Draft {
    /// A note as the core has it.
    pub fn new(views: Vec<SectionView>) -> Self {
        let mut draft = Self::default();
        for view in views {
            let sentences = view
                .sentences
                .into_iter()
                .map(|sentence| Sentence::from_view(draft.fresh_key(), sentence))
                .collect();
            draft.sections.push(Section { name: view.name, sentences });
        }
        draft
    }

    /// A note with nothing in it yet.
    pub fn empty(names: &[&str]) -> Self {
        let section = |name: &&str| Section { name: (*name).to_owned(), sentences: Vec::new() };
        Self { sections: names.iter().map(section).collect(), next_key: 0 }
    }

    fn fresh_key(&mut self) -> Key {
        self.next_key += 1;
        self.next_key
    }

    /// Sentences in order.
    pub fn sentences(&self) -> impl DoubleEndedIterator<Item = &Sentence> {
        self.sections.iter().flat_map(|section| &section.sentences)
    }

    /// One sentence.
    pub fn get(&self, key: Key) -> Option<&Sentence> {
        self.sentences().find(|sentence| sentence.key == key)
    }

    fn find(&self, key: Key) -> Option<(usize, usize)> {
        self.sections.iter().enumerate().find_map(|(section, content)| {
            content.sentences.iter().position(|sentence| sentence.key == key).map(|at| (section, at))
        })
    }

    fn get_mut(&mut self, key: Key) -> Option<&mut Sentence> {
        let (section, at) = self.find(key)?;
        Some(&mut self.sections[section].sentences[at])
    }

    /// Changes a sentence's words. Answers whether they are other words than before.
    pub fn set_text(&mut self, key: Key, text: &str) -> bool {
        match self.get_mut(key) {
            Some(sentence) if sentence.text != text => {
                if sentence.origin != Origin::Person && sentence.drafted_text.is_none() {
                    sentence.drafted_text = Some(sentence.text.clone());
                }
                sentence.origin = Origin::Person;
                sentence.not_assessed = false;
                text.clone_into(&mut sentence.text);
                true
            }
            _ => false,
        }
    }

    /// Puts a sentence back as it was, such as after an edit that was given up.
    pub fn restore(&mut self, before: Sentence) {
        if let Some(sentence) = self.get_mut(before.key) {
            // The core may have given it an id meanwhile.
            let id = sentence.id.or(before.id);
            *sentence = Sentence { id, ..before };
        }
    }

    /// Adds an empty sentence after another one, or at the end of a section.
    pub fn add(&mut self, place: Place) -> Option<Key> {
        let (section, at) = match place {
            Place::After(key) => self.find(key).map(|(section, at)| (section, at + 1))?,
            Place::EndOf(section) => (section, self.sections.get(section)?.sentences.len()),
        };
        let key = self.fresh_key();
        let sentence = Sentence {
            key,
            id: None,
            text: String::new(),
            evidence: Vec::new(),
            screenings: Vec::new(),
            origin: Origin::Person,
            drafted_text: None,
            not_assessed: false,
        };
        self.sections[section].sentences.insert(at, sentence);
        Some(key)
    }

    /// Takes a sentence away.
    pub fn remove(&mut self, key: Key) {
        if let Some((section, at)) = self.find(key) {
            self.sections[section].sentences.remove(at);
        }
    }

    /// Moves a sentence one place up or down, at a section's edge into the next section. Answers whether it moved.
    pub fn shift(&mut self, key: Key, down: bool) -> bool {
        let Some((section, at)) = self.find(key) else { return false };
        let count = self.sections[section].sentences.len();
        match (down, at) {
            (false, 1..) => self.sections[section].sentences.swap(at, at - 1),
            (true, _) if at + 1 < count => self.sections[section].sentences.swap(at, at + 1),
            (false, _) if section > 0 => {
                let sentence = self.sections[section].sentences.remove(at);
                self.sections[section - 1].sentences.push(sentence);
            }
            (true, _) if section + 1 < self.sections.len() => {
                let sentence = self.sections[section].sentences.remove(at);
                self.sections[section + 1].sentences.insert(0, sentence);
            }
            _ => return false,
        }
        true
    }

    /// Lets a sentence stand on more segments. Answers whether any is new.
    pub fn attach(&mut self, key: Key, segments: &[SegmentId]) -> bool {
        let Some(sentence) = self.get_mut(key) else { return false };
        let before = sentence.evidence.len();
        for segment in segments {
            if !sentence.evidence.contains(segment) {
                sentence.evidence.push(*segment);
            }
        }
        sentence.evidence.len() > before
    }

    /// Lets a sentence no longer stand on a segment.
    pub fn detach(&mut self, key: Key, segment: SegmentId) {
        if let Some(sentence) = self.get_mut(key) {
            sentence.evidence.retain(|one| *one != segment);
        }
    }

    /// The sentence before or after another one; the first one where none is given.
    pub fn neighbour(&self, key: Option<Key>, down: bool) -> Option<Key> {
        let keys: Vec<Key> = self.sentences().map(|sentence| sentence.key).collect();
        let at = key.and_then(|key| keys.iter().position(|one| *one == key));
        match (at, down) {
            (None, _) => keys.first().copied(),
            (Some(at), true) => keys.get(at + 1).or(keys.last()).copied(),
            (Some(at), false) => keys.get(at.saturating_sub(1)).copied(),
        }
    }

    /// The numbers of sentences that stand on words of the session, counted through the note.
    pub fn numbers(&self) -> BTreeMap<Key, u32> {
        let spoken = self.sentences().filter(|sentence| !sentence.evidence.is_empty());
        spoken.zip(1..).map(|(sentence, number)| (sentence.key, number)).collect()
    }

    /// Sentences that say something and stand on nothing.
    pub fn unsupported(&self) -> Vec<Sentence> {
        self.sentences().filter(|sentence| sentence.unsupported()).cloned().collect()
    }

    /// Sentences in a person's words, and in software's.
    pub fn tally(&self) -> (usize, usize) {
        let all = self.sentences().count();
        let person = self.sentences().filter(|sentence| sentence.origin == Origin::Person).count();
        (person, all - person)
    }

    /// What goes to the core: sentences without words are left out.
    pub fn edits(&self) -> Vec<SectionEdit> {
        let edit = |sentence: &Sentence| SentenceEdit {
            id: sentence.id,
            text: sentence.text.trim().to_owned(),
            evidence: sentence.evidence.clone(),
        };
        let section = |section: &Section| SectionEdit {
            name: section.name.clone(),
            sentences: section.sentences.iter().filter(|s| !s.text.trim().is_empty()).map(edit).collect(),
        };
        self.sections.iter().map(section).collect()
    }

    /// Takes what the core answered to `sent` without touching what was changed meanwhile: new sentences get their ids,
    /// and sentences that are as they were sent get what the core made of them.
    pub fn absorb(&mut self, sent: &Self, reply: &[SectionView]) {
        for (section, view) in sent.sections.iter().zip(reply) {
            let written = section.sentences.iter().filter(|sentence| !sentence.text.trim().is_empty());
            for (was, now) in written.zip(&view.sentences) {
                let Some(here) = self.get_mut(was.key) else { continue };
                here.id = Some(now.id);
                here.screenings.clone_from(&now.screenings);
                if here.text == was.text {
                    here.origin = now.origin;
                    here.drafted_text.clone_from(&now.drafted_text);
                    here.not_assessed = now.not_assessed;
                }
            }
        }
    }

    /// The whole as plain text, to be copied.
    pub fn plain_text(&self) -> String {
        let section = |section: &Section| {
            let words: Vec<&str> = section.sentences.iter().map(|sentence| sentence.text.trim()).collect();
            format!("{}\n{}", section.name, words.join(" "))
        };
        self.sections.iter().map(section).collect::<Vec<_>>().join("\n\n")
    }
}

/// Where a new sentence goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// After a sentence.
    After(Key),
    /// At the end of the section with this index.
    EndOf(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> String {
        format!("00000000-0000-7000-8000-0000000000{n:02}")
    }

    fn sentence(n: u8, text: &str) -> SentenceView {
        SentenceView {
            id: id(n).parse().expect("a valid id"),
            text: text.to_owned(),
            evidence: Vec::new(),
            screenings: Vec::new(),
            origin: Origin::Rules,
            drafted_text: None,
            not_assessed: false,
        }
    }

    fn two_sections() -> Draft {
        Draft::new(vec![
            SectionView { name: "S".into(), sentences: vec![sentence(1, "One."), sentence(2, "Two.")] },
            SectionView { name: "O".into(), sentences: vec![sentence(3, "Three.")] },
        ])
    }

    fn texts(draft: &Draft) -> Vec<Vec<&str>> {
        draft.sections.iter().map(|s| s.sentences.iter().map(|s| s.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_sentence_walks_through_all_sections_and_back() {
        let start = two_sections();
        let mut draft = start.clone();
        let key = draft.sentences().next().map(|s| s.key).expect("a first sentence");
        let mut steps = 0;
        while draft.shift(key, true) {
            steps += 1;
            assert!(steps < 10, "the walk down ends");
        }
        assert_eq!(texts(&draft), [vec!["Two."], vec!["Three.", "One."]], "it is the very last");
        for _ in 0..steps {
            assert!(draft.shift(key, false), "each step down has its step up");
        }
        assert_eq!(draft, start, "and all is as it was");
        assert!(!draft.shift(key, false), "nothing is above the first");
    }

    #[test]
    fn what_was_changed_while_saving_is_not_overwritten() {
        let mut draft = two_sections();
        let keys: Vec<Key> = draft.sentences().map(|s| s.key).collect();
        let new = draft.add(Place::After(keys[0])).expect("a place");
        draft.set_text(new, "New.");
        draft.set_text(keys[1], "Two, edited.");
        let sent = draft.clone();
        // While the save is on its way one more sentence changes and another one is added before it.
        draft.set_text(keys[1], "Two, edited again.");
        let newer = draft.add(Place::EndOf(0)).expect("a place");
        draft.set_text(newer, "Newer.");
        let mut reply = vec![sentence(1, "One."), sentence(9, "New."), sentence(2, "Two, edited.")];
        reply[1].origin = Origin::Person;
        reply[2].origin = Origin::Person;
        reply[2].drafted_text = Some("Two.".into());
        let reply = vec![
            SectionView { name: "S".into(), sentences: reply },
            SectionView { name: "O".into(), sentences: vec![sentence(3, "Three.")] },
        ];
        draft.absorb(&sent, &reply);
        assert_eq!(texts(&draft)[0], ["One.", "New.", "Two, edited again.", "Newer."], "words stay as typed");
        assert_eq!(draft.get(new).and_then(|s| s.id), id(9).parse().ok(), "the new sentence has its id");
        assert_eq!(draft.get(newer).and_then(|s| s.id), None, "one that was not sent has none");
        let edited = draft.get(keys[1]).expect("the edited sentence");
        assert_eq!(edited.drafted_text.as_deref(), Some("Two."), "what software wrote is kept beside it");
    }

    #[test]
    fn empty_sentences_are_not_sent_and_answers_still_find_their_place() {
        let mut draft = two_sections();
        let first = draft.sentences().next().map(|s| s.key).expect("a first sentence");
        let empty = draft.add(Place::After(first)).expect("a place");
        let sent = draft.edits();
        assert_eq!(sent[0].sentences.len(), 2, "the empty sentence stays on the page only");
        let reply = vec![
            SectionView { name: "S".into(), sentences: vec![sentence(1, "One."), sentence(2, "Two.")] },
            SectionView { name: "O".into(), sentences: vec![sentence(3, "Three.")] },
        ];
        let before = draft.clone();
        draft.absorb(&before, &reply);
        assert_eq!(draft.get(empty).and_then(|s| s.id), None, "no id is given to it by mistake");
        assert_eq!(draft, before, "everything else is as it was");
    }

    #[test]
    fn numbers_count_supported_sentences_only() {
        let mut draft = two_sections();
        let keys: Vec<Key> = draft.sentences().map(|s| s.key).collect();
        let segment: SegmentId = id(7).parse().expect("a valid id");
        assert!(draft.attach(keys[2], &[segment, segment]), "a segment is attached");
        assert!(!draft.attach(keys[2], &[segment]), "and only once");
        draft.attach(keys[0], &[segment]);
        assert_eq!(draft.numbers(), BTreeMap::from([(keys[0], 1), (keys[2], 2)]), "in order of the note");
        assert_eq!(draft.unsupported().len(), 1, "one stands on nothing");
        draft.detach(keys[0], segment);
        assert_eq!(draft.numbers(), BTreeMap::from([(keys[2], 1)]), "numbers close up");
    }

    #[test]
    fn a_finding_stands_on_its_screening_through_edits() {
        let screening: ScreeningId = id(8).parse().expect("a valid id");
        let finding = SentenceView { screenings: vec![screening], ..sentence(1, "PHQ-9: 12 of 27.") };
        let section = |finding: &SentenceView| {
            vec![SectionView { name: "O".into(), sentences: vec![finding.clone(), sentence(2, "Else.")] }]
        };
        let mut draft = Draft::new(section(&finding));
        let keys: Vec<Key> = draft.sentences().map(|s| s.key).collect();
        let unsupported: Vec<Key> = draft.unsupported().iter().map(|s| s.key).collect();
        assert_eq!(unsupported, [keys[1]], "results are support, so only the other one has none");
        assert_eq!(draft.numbers(), BTreeMap::new(), "nothing of it was said, so nothing plays");
        draft.set_text(keys[0], "Moderate depression score.");
        let kept = |draft: &Draft| draft.get(keys[0]).map(|s| s.screenings.clone());
        assert_eq!(kept(&draft), Some(vec![screening]), "other words about the same results");
        let sent = draft.clone();
        let edited = SentenceView { text: "Moderate depression score.".into(), ..finding };
        draft.absorb(&sent, &section(&edited));
        assert_eq!(kept(&draft), Some(vec![screening]), "and after a save");
        draft.absorb(&sent, &section(&SentenceView { screenings: Vec::new(), ..edited }));
        assert_eq!(kept(&draft), Some(Vec::new()), "what is on record counts, not what is on the page");
    }

    #[test]
    fn an_edit_given_up_leaves_the_sentence_as_it_was() {
        let mut draft = two_sections();
        let before = draft.sentences().next().cloned().expect("a first sentence");
        assert!(draft.set_text(before.key, "Else."), "other words");
        assert!(!draft.set_text(before.key, "Else."), "the same words are no change");
        assert_eq!(draft.tally(), (1, 2), "it counts as a person's");
        draft.restore(before.clone());
        assert_eq!(draft.get(before.key), Some(&before), "words and origin are back");
    }
}
