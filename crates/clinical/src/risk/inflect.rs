//! The forms of English verbs.

const IRREGULAR: &[&[&str]] = &[
    &["be", "am", "is", "are", "was", "were", "been", "being"],
    &["beat", "beats", "beating", "beaten"],
    &["begin", "begins", "began", "begun", "beginning"],
    &["bite", "bites", "bit", "bitten", "biting"],
    &["bleed", "bleeds", "bled", "bleeding"],
    &["blow", "blows", "blew", "blown", "blowing"],
    &["break", "breaks", "broke", "broken", "breaking"],
    &["bring", "brings", "brought", "bringing"],
    &["build", "builds", "built", "building"],
    &["buy", "buys", "bought", "buying"],
    &["catch", "catches", "caught", "catching"],
    &["choose", "chooses", "chose", "chosen", "choosing"],
    &["come", "comes", "came", "coming"],
    &["cut", "cuts", "cutting", "cutted"],
    &["die", "dies", "died", "dying", "dieing"],
    &["do", "does", "did", "done", "doing"],
    &["draw", "draws", "drew", "drawn", "drawing"],
    &["drink", "drinks", "drank", "drunk", "drinking"],
    &["drive", "drives", "drove", "driven", "driving"],
    &["eat", "eats", "ate", "eaten", "eating"],
    &["fall", "falls", "fell", "fallen", "falling"],
    &["feed", "feeds", "fed", "feeding"],
    &["feel", "feels", "felt", "feeling"],
    &["fight", "fights", "fought", "fighting"],
    &["find", "finds", "found", "finding"],
    &["get", "gets", "got", "gotten", "getting"],
    &["give", "gives", "gave", "given", "giving"],
    &["go", "goes", "went", "gone", "going"],
    &["grab", "grabs", "grabbed", "grabbing"],
    &["hang", "hangs", "hung", "hanged", "hanging"],
    &["have", "has", "had", "having"],
    &["hear", "hears", "heard", "hearing"],
    &["hide", "hides", "hid", "hidden", "hiding"],
    &["hit", "hits", "hitting"],
    &["hold", "holds", "held", "holding"],
    &["hurt", "hurts", "hurting"],
    &["keep", "keeps", "kept", "keeping"],
    &["know", "knows", "knew", "known", "knowing"],
    &["leave", "leaves", "left", "leaving"],
    &["let", "lets", "letting"],
    &["lie", "lies", "lied", "lying"],
    &["lose", "loses", "lost", "losing"],
    &["make", "makes", "made", "making"],
    &["pay", "pays", "paid", "paying"],
    &["put", "puts", "putting"],
    &["quit", "quits", "quitting"],
    &["rape", "rapes", "raped", "raping"],
    &["read", "reads", "reading"],
    &["say", "says", "said", "saying"],
    &["see", "sees", "saw", "seen", "seeing"],
    &["sell", "sells", "sold", "selling"],
    &["send", "sends", "sent", "sending"],
    &["set", "sets", "setting"],
    &["shake", "shakes", "shook", "shaken", "shaking"],
    &["shoot", "shoots", "shot", "shooting"],
    &["shut", "shuts", "shutting"],
    &["sit", "sits", "sat", "sitting"],
    &["sleep", "sleeps", "slept", "sleeping"],
    &["slit", "slits", "slitting"],
    &["speak", "speaks", "spoke", "spoken", "speaking"],
    &["spit", "spits", "spat", "spitting"],
    &["stand", "stands", "stood", "standing"],
    &["steal", "steals", "stole", "stolen", "stealing"],
    &["strike", "strikes", "struck", "striking"],
    &["swear", "swears", "swore", "sworn", "swearing"],
    &["take", "takes", "took", "taken", "taking"],
    &["tell", "tells", "told", "telling"],
    &["think", "thinks", "thought", "thinking"],
    &["throw", "throws", "threw", "thrown", "throwing"],
    &["tie", "ties", "tied", "tying"],
    &["wake", "wakes", "woke", "woken", "waking"],
    &["wear", "wears", "wore", "worn", "wearing"],
    &["win", "wins", "won", "winning"],
    &["write", "writes", "wrote", "written", "writing"],
];

/// Verbs that double their last letter.
const DOUBLING: &[&str] = &[
    "stop", "stab", "slap", "grip", "trap", "plan", "shop", "whip", "rip", "sob", "beg", "wrap", "drug",
    "rob", "pin", "drop", "step", "drag", "slip", "ban", "grin",
];

/// The forms of a verb: base, third person, past and -ing form.
pub(crate) fn forms(verb: &str) -> Vec<String> {
    if let Some(known) = IRREGULAR.iter().find(|known| known[0] == verb) {
        return known.iter().map(|form| (*form).to_owned()).collect();
    }
    let mut out = vec![verb.to_owned()];
    if let Some(stem) = verb.strip_suffix('e') {
        out.extend([format!("{verb}s"), format!("{verb}d"), format!("{stem}ing")]);
    } else if verb.ends_with('y') && !verb.ends_with(['a', 'e', 'o', 'u']) && !ends_vowel_y(verb) {
        let stem = &verb[..verb.len() - 1];
        out.extend([format!("{stem}ies"), format!("{stem}ied"), format!("{verb}ing")]);
    } else {
        let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| verb.ends_with(end));
        out.push(format!("{verb}{}", if sibilant { "es" } else { "s" }));
        let double = match verb.chars().next_back() {
            Some(last) if DOUBLING.contains(&verb) => last.to_string(),
            _ => String::new(),
        };
        out.extend([format!("{verb}{double}ed"), format!("{verb}{double}ing")]);
    }
    out
}

fn ends_vowel_y(verb: &str) -> bool {
    ["ay", "ey", "oy", "uy"].iter().any(|end| verb.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn forms_are_english() {
        for (verb, expected) in [
            ("kill", "kill kills killed killing"),
            ("strangle", "strangle strangles strangled strangling"),
            ("stab", "stab stabs stabbed stabbing"),
            ("carry", "carry carries carried carrying"),
            ("punch", "punch punches punched punching"),
            ("destroy", "destroy destroys destroyed destroying"),
            ("take", "take takes took taken taking"),
        ] {
            assert_eq!(forms(verb).join(" "), expected, "forms of {verb}");
        }
    }
}
