use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A client.
    ClientId,
    /// A session.
    SessionId,
    /// One consent, given and perhaps withdrawn.
    ConsentId,
    /// A recording and its encrypted sound.
    RecordingId,
    /// One transcription of a recording.
    TranscriptId,
    /// One stretch of speech in a transcript.
    SegmentId,
    /// A note.
    NoteId,
    /// A sentence of a note; keeps its id through edits.
    SentenceId,
    /// A signed note's later remark.
    AddendumId,
    /// One filling-in of a set of instruments.
    ScreeningId,
    /// A set of instruments of one's own.
    BatteryId,
    /// A set that is due again and again.
    ScreeningPlanId,
    /// Something a clinician has to look at first.
    AlertId,
    /// A job that outlives the page that started it.
    JobId,
    /// A file a person picked in a front's own dialog; the core reads it, the page never does.
    PickId,
}
