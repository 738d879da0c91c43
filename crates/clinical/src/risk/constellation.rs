//! Finds where cues meet.

use super::Finding;
use super::Kind;
use super::cue::Cue;
use super::exchange::{Asked, polarity};
use super::rules::constellations::{Constellation, ROWS, Within};
use super::scope::Heard;
use super::sign::{Frame, Reply};
use super::weigh::State;

/// Sentences that are read as one passage.
const PASSAGE: usize = 5;

/// The signs that the cues of a turn come to, with what was asked and what was said before.
pub(crate) fn findings(asked: &Asked, heard: &[Heard], state: &mut State) -> Vec<Finding> {
    let turn = heard.iter().fold(0, |m, h| m | h.cues);
    let has = |frame| heard.iter().any(|h| h.has(frame));
    let imagined = !has(Frame::Real) && (state.story || state.work);
    let game = has(Frame::Game);
    // A denied question has put its things on the table without them being there.
    // A request refused is no denial.
    let denied = polarity(heard) == Some(Reply::No) && asked.cues & Cue::Alarm.bit() == 0;
    let carried = if denied { asked.cues & Cue::Alarm.bit() } else { asked.cues };
    let fresh = turn & !state.cues;
    let talk = state.cues | carried;
    // In a long message cues that lie far apart have nothing to do with each other.
    let passages: Vec<u128> =
        (0..heard.len()).map(|at| heard[at..].iter().take(PASSAGE).fold(0, |m, h| m | h.cues)).collect();
    if !imagined {
        state.cues |= turn;
    }
    let mut out = Vec::new();
    for row in ROWS {
        if imagined || game && row.sign.kind() != Kind::Exploitation {
            continue;
        }
        let at = match row.within {
            Within::Sentence => heard.iter().position(|h| meets(row, h.cues)),
            Within::Pair => (0..heard.len())
                .find(|at| meets(row, heard[*at].cues | heard.get(at + 1).map_or(0, |h| h.cues))),
            Within::Turn => passages.iter().position(|p| meets(row, p | carried)),
            Within::Talk => passages.iter().position(|p| p & fresh != 0 && meets(row, p | talk)),
        };
        if let Some(sentence) = at.and_then(|at| most_telling(row, heard, at)) {
            let (start, end) = (sentence.tokens[0].start, sentence.tokens[sentence.tokens.len() - 1].end);
            out.push(Finding {
                sign: row.sign,
                long_ago: sentence.is_remote() && !sentence.is_recent(),
                light: false,
                answer: false,
                start,
                end,
            });
        }
    }
    out
}

fn meets(row: &Constellation, cues: u128) -> bool {
    row.groups.iter().all(|group| group.iter().any(|cue| cues & cue.bit() != 0))
}

/// The sentence of a passage that meets most groups.
fn most_telling<'a>(row: &Constellation, heard: &'a [Heard], at: usize) -> Option<&'a Heard> {
    let met =
        |h: &Heard| row.groups.iter().filter(|group| group.iter().any(|cue| h.cues & cue.bit() != 0)).count();
    let passage = heard.get(at..)?.iter().take(PASSAGE).filter(|h| !h.tokens.is_empty());
    passage.max_by_key(|h| met(h))
}
