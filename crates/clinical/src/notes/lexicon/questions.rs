//! Questions whose short answers need the question to be understood: "How long?" "Two days."

use crate::notes::model::Topic;

/// A kind of open question.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OpenQuestion {
    /// Phrases of the question, in compared form, any of which is enough; `|` between them.
    pub(crate) cues: &'static str,
    /// What the answer is called in the note.
    pub(crate) label: &'static str,
    pub(crate) topic: Topic,
    /// How much the answer matters.
    pub(crate) salience: f32,
}

const fn open(cues: &'static str, label: &'static str, topic: Topic, salience: f32) -> OpenQuestion {
    OpenQuestion { cues, label, topic, salience }
}

/// The first entry with a cue in the question is taken.
pub(crate) const OPEN_QUESTIONS: &[OpenQuestion] = &[
    open(
        "balanced thought|another way to look|another way of looking|alternative thought|more helpful thought|say to a friend|tell a friend",
        "Alternative thought",
        Topic::Response,
        2.6,
    ),
    open(
        "going through your mind|went through your mind|what were you thinking|thinking at the time|what does that say about you|what did that mean to you|what did you think would",
        "Thought at the time",
        Topic::Thoughts,
        2.6,
    ),
    open(
        "how do you feel now|how are you feeling now|how was that|how did that feel|what was that like|how is that now",
        "Feels now",
        Topic::Response,
        2.2,
    ),
    open("side effects|side effect", "Side effects", Topic::Medication, 2.6),
    open("evidence for|evidence against|evidence that|the evidence", "On the evidence", Topic::Response, 2.4),
    open(
        "did you manage|did you try|you were going to|we agreed you|how did that go|how did it go|how did you get on|the plan was|get a chance to|get on with the|your homework|the homework|did you do the|did you get to",
        "Homework",
        Topic::HomeworkDone,
        2.6,
    ),
    open("allergies|allergic to|allergy", "Allergies", Topic::Allergies, 3.0),
    open(
        "family history|in the family|run in your family|runs in the family|medical conditions in|family suffer|family had|family have|parents have|anyone in your family",
        "Family history",
        Topic::FamilyHistory,
        2.6,
    ),
    open(
        "medical history|medical conditions|medical problems|other conditions|any conditions|fit and well|past history|health problems|diagnosed with anything|ongoing conditions",
        "Medical history",
        Topic::MedicalHistory,
        2.8,
    ),
    open(
        "how did you sleep|how is your sleep|hows your sleep|how have you been sleeping|how has your sleep|hours of sleep|hours do you sleep|are you sleeping",
        "Sleep",
        Topic::Sleep,
        2.8,
    ),
    open(
        "how is your appetite|hows your appetite|how has your appetite|how are you eating|about your appetite",
        "Appetite",
        Topic::Appetite,
        2.6,
    ),
    open(
        "how is your mood|hows your mood|how has your mood|how would you rate your mood|mood out of|mood been",
        "Mood",
        Topic::Mood,
        2.8,
    ),
    open("your energy", "Energy", Topic::Energy, 2.4),
    open("your concentration|concentrat", "Concentration", Topic::Thoughts, 2.4),
    open(
        "how much alcohol|how much do you drink|drink alcohol|do you drink|how much beer|how much wine|units a week|how many units|about alcohol|how often do you drink|how many drinks|drinking alcohol",
        "Alcohol",
        Topic::Substances,
        2.6,
    ),
    open(
        "do you smoke|how many cigarettes|how many did you smoke|how many do you smoke|about smoking|how much do you smoke|a smoker",
        "Smoking",
        Topic::Substances,
        2.6,
    ),
    open(
        "cannabis|marijuana|weed|recreational drugs|any drugs|other drugs|use drugs|street drugs",
        "Drugs",
        Topic::Substances,
        2.6,
    ),
    open(
        "eating and drinking|drinking enough|drinking water|enough water|enough fluids|much water",
        "Eating and drinking",
        Topic::Appetite,
        2.0,
    ),
    open(" alcohol | your drinking |been drinking|drinking much", "Alcohol", Topic::Substances, 2.4),
    open("caffeine|coffee", "Caffeine", Topic::Substances, 2.0),
    open(
        "what medicines|which medicines|medicines are you|medication are you|medications are you|tablets are you|are you on anything|are you taking any|medication do|medications do|which medications|which medication|what medication|what medications|regular medication|regular medications|any medication|any medications|any medicines|take anything on a regular|taking any tablets|in terms of medications|any tablets|taking anything regularly",
        "Medication",
        Topic::Medication,
        2.8,
    ),
    open(
        "what dose|which dose|how many milligrams|what strength|how many tablets|how much are you taking",
        "Dose",
        Topic::Medication,
        2.6,
    ),
    open(
        "do for work|do for a living|what work|your job|your occupation|what is your work|what do you do|are you working|currently working|do you work|kind of work",
        "Work",
        Topic::Social,
        2.2,
    ),
    open(
        "who lives|who do you live|whos at home|who is at home|live with|living with|live alone|home situation|situation at home|at home with you",
        "Home",
        Topic::Social,
        2.2,
    ),
    open("exercise", "Exercise", Topic::Social, 1.4),
    open("your diet", "Diet", Topic::Appetite, 1.4),
    open(
        "worried about|main worry|main concern|biggest worry|your concerns|concerned about|what do you think it is|what do you think is|any ideas",
        "Concerns",
        Topic::Concern,
        1.8,
    ),
    open(
        "hoping i could|hoping we could|hoping for|your expectations|were you hoping|want from today|get out of today",
        "Hopes for today",
        Topic::Concern,
        1.6,
    ),
    open("out of ten|one to ten|scale|zero to ten|how severe|how bad", "Severity", Topic::Physical, 2.2),
    open(
        "did it start|did this start|did that start|did they start|did these start|first start|first notice|first begin|did it begin|come on|since when|did you start|exactly start|when did the",
        "Started",
        Topic::Physical,
        2.3,
    ),
    open(
        "when did|when was the first|when were|since when|how did it start|when does it|when do you",
        "When",
        Topic::Physical,
        2.2,
    ),
    open(
        "how long|for how long|how many days|how many weeks|over what period",
        "Duration",
        Topic::Physical,
        2.4,
    ),
    open(
        "how often|how frequent|how many times|how frequently|number of times",
        "Frequency",
        Topic::Physical,
        2.3,
    ),
    open(
        "whereabouts|where exactly|where is it|where is the|where are you|which part|which side|point to|where do you feel",
        "Site",
        Topic::Physical,
        2.2,
    ),
    open("what colour|what color|colour of|color of", "Colour", Topic::Physical, 2.0),
    open(
        "makes it worse|make it worse|made it worse|bring it on|brings it on|triggers|trigger",
        "Worse with",
        Topic::Physical,
        2.0,
    ),
    open(
        "makes it better|make it better|made it better|relieve|helps it|eases it|taken anything|tried anything",
        "Tried or eased by",
        Topic::Physical,
        2.0,
    ),
    open(
        "describe the|what kind of pain|what sort of pain|what does it feel like|describe it|kind of headache|character of",
        "Description",
        Topic::Physical,
        2.0,
    ),
];
