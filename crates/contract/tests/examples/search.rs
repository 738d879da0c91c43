use contract::search::*;
use contract::{ClientId, SegmentId, SessionId};

use super::{Group, at, id, text};

pub(super) fn group() -> Group {
    let (client_id, session_id) = (ClientId(id(10)), SessionId(id(20)));
    let hit = |place, client, snippet| SearchHit { place, client, snippet: text(snippet), at: at(1) };
    let known = || Some((client_id, text("Addie Brook")));
    Group::default().command(
        vec![Search { query: text("slept bad"), limit: 20 }],
        vec![vec![
            hit(SearchPlace::Client { client_id }, known(), "\u{e000}Addie\u{e001} Brook"),
            hit(
                SearchPlace::Segment { session_id, segment_id: SegmentId(id(61)) },
                None,
                "I \u{e000}slept\u{e001} \u{e000}badly\u{e001}.",
            ),
            hit(SearchPlace::Note { session_id }, known(), "… \u{e000}slept\u{e001} …"),
        ]],
    )
}
