use contract::search::{Search, SearchHit, SearchPlace};
use contract::{ApiError, ClientId, SegmentId, SessionId};
use store::search::{HitRow, Kind};

use super::{MAX_LINE, check_length};
use crate::convert::instant;
use crate::errors::from_store;
use crate::{App, Cx, Handle};

fn hit(row: HitRow) -> SearchHit {
    let session_id = SessionId(row.session_id.unwrap_or_default());
    let place = match row.kind {
        Kind::Client => SearchPlace::Client { client_id: ClientId(row.id) },
        Kind::Segment => SearchPlace::Segment { session_id, segment_id: SegmentId(row.id) },
        Kind::Note => SearchPlace::Note { session_id },
    };
    SearchHit {
        place,
        client: row.client_name().and_then(|name| Some((ClientId(row.client_id?), name))),
        at: instant(row.at),
        snippet: row.snippet,
    }
}

impl Handle<Search> for App {
    async fn handle(&self, cx: &mut Cx<'_, Search>, command: Search) -> Result<Vec<SearchHit>, ApiError> {
        check_length("query", &command.query, MAX_LINE)?;
        let rows = store::search::find(cx.tx()?, &command.query, command.limit.clamp(1, 100)).await;
        Ok(rows.map_err(from_store)?.into_iter().map(hit).collect())
    }
}
