//! Finds where cues meet.

use super::Finding;
use super::cue::Cue;
use super::exchange::{Asked, polarity};
use super::rules::constellations::{Constellation, ROWS, Within};
use super::scope::Heard;
use super::sign::{Frame, Reply};
use super::weigh::State;
use super::Kind;

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
    let talk = state.cues | turn | carried;
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
            Within::Pair => (0..heard.len()).find(|at| {
                meets(row, heard[*at].cues | heard.get(at + 1).map_or(0, |h| h.cues))
            }),
            Within::Turn => meets(row, turn | carried).then(|| richest(row, heard)),
            Within::Talk => (fresh != 0 && meets(row, talk)).then(|| richest(row, heard)),
        };
        if let Some(sentence) = at.and_then(|at| heard.get(at)).filter(|h| !h.tokens.is_empty()) {
            let (start, end) = (sentence.tokens[0].start, sentence.tokens[sentence.tokens.len() - 1].end);
            out.push(Finding { sign: row.sign, long_ago: sentence.is_remote() && !sentence.is_recent(), light: false, answer: false, start, end });
        }
    }
    out
}

fn meets(row: &Constellation, cues: u128) -> bool {
    row.groups.iter().all(|group| group.iter().any(|cue| cues & cue.bit() != 0))
}

/// The sentence that meets most groups.
fn richest(row: &Constellation, heard: &[Heard]) -> usize {
    let met = |h: &Heard| {
        row.groups.iter().filter(|group| group.iter().any(|cue| h.cues & cue.bit() != 0)).count()
    };
    (0..heard.len()).rev().max_by_key(|at| met(&heard[*at])).unwrap_or(0)
}
