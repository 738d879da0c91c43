//! The device in a client's hands. The dispatcher refuses everything else meanwhile; here it only begins and ends.

use contract::screenings::{BeginHandOver, EndHandOver};
use contract::{ApiError, Done, ErrorCode, ScreeningId};
use store::screenings::ScreeningStatus;
use zeroize::Zeroize;

use crate::errors::{from_store, handed_over};
use crate::{App, Cx, Handle};

/// Refuses a screening other than the one the device is handed over for, if it is.
pub(super) fn check_handed_over<C: contract::Command>(
    cx: &Cx<'_, C>,
    screening: ScreeningId,
) -> Result<(), ApiError> {
    match cx.open()?.handed_over() {
        Some(only) if only != screening.0 => Err(handed_over()),
        _ => Ok(()),
    }
}

impl Handle<BeginHandOver> for App {
    async fn handle(&self, cx: &mut Cx<'_, BeginHandOver>, command: BeginHandOver) -> Result<Done, ApiError> {
        let id = command.screening_id.0;
        cx.about(id);
        let screening = store::screenings::get(cx.tx()?, id).await.map_err(from_store)?;
        if screening.status != ScreeningStatus::Open {
            return Err(ApiError::new(
                ErrorCode::IllegalMove,
                "This screening is finished. Begin a new one, then hand the device over.",
            ));
        }
        let (row, now) = (cx.make_id(), cx.now);
        store::screenings::begin_hand_over(cx.tx()?, row, id, now).await.map_err(from_store)?;
        // Before it is durable: from here on no other command gets through, whatever becomes of this one.
        cx.open()?.set_handed_over(Some(id));
        Ok(Done {})
    }
}

impl Handle<EndHandOver> for App {
    async fn handle(&self, cx: &mut Cx<'_, EndHandOver>, mut command: EndHandOver) -> Result<Done, ApiError> {
        let _turn = self.vault.turn.lock().await;
        let header = self.read_header()?;
        self.confirm_passphrase(&header, &command.passphrase).await?;
        command.passphrase.zeroize();
        let now = cx.now;
        if let Some(screening) = cx.open()?.handed_over() {
            cx.about(screening);
        }
        store::screenings::end_hand_over(cx.tx()?, now).await.map_err(from_store)?;
        cx.after_commit(|app| {
            if let Some(open) = app.vault.opened() {
                open.set_handed_over(None);
            }
        });
        Ok(Done {})
    }
}
