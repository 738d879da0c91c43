use contract::models::*;
use contract::recordings::FileSource;
use contract::{Done, JobId, PickId};

use super::{Group, every, id, text};

pub(super) fn group() -> Group {
    let view = ModelView {
        id: text("small.en"),
        name: text("Small, English"),
        description: text("A good balance on most machines."),
        kind: ModelKind::Speech,
        bytes: 487_614_201,
        sha256: "0123456789abcdef".repeat(4),
        multilingual: false,
        installed: true,
        listed: true,
    };
    Group::default()
        .command(vec![ListModels {}], vec![vec![view]])
        .command(
            vec![AddModel { source: FileSource::Picked(PickId(id(6))), allow_unlisted: true }],
            vec![JobId(id(82))],
        )
        .command(vec![RemoveModel { model_id: text("small.en") }], vec![Done {}])
        .values("ModelKind", every!(ModelKind: Speech, VoiceActivity, Demo))
}
