use contract::recordings::*;
use contract::{Done, JobId, PickId, RecordingId, SessionId};

use super::{Group, at, id, text};

pub(super) fn view() -> RecordingView {
    RecordingView {
        id: RecordingId(id(40)),
        duration_ms: 2_950_000,
        channels: 2,
        source: text("FLAC, 44,100 Hz, stereo"),
        gaps: 1,
        readable_ms: 2_940_000,
        created_at: at(52),
    }
}

pub(super) fn group() -> Group {
    let recording_id = RecordingId(id(40));
    let session_id = SessionId(id(20));
    Group::default()
        .command(
            vec![
                ImportRecording { session_id, source: FileSource::Picked(PickId(id(5))) },
                ImportRecording { session_id, source: FileSource::Path(text("/home/robin/session.wav")) },
            ],
            vec![JobId(id(80))],
        )
        .command(
            vec![ReadAudio { recording_id, start_ms: 5_000, end_ms: 7_000 }],
            vec![AudioChunk {
                sample_rate: 16_000,
                channels: 2,
                start_ms: 5_000,
                pcm_base64: text("AAD/fw=="),
            }],
        )
        .command(
            vec![GetWaveform { recording_id, columns: 4 }],
            vec![Waveform { duration_ms: 2_950_000, channels: vec![vec![0, 17, 255, 3], vec![1, 2, 3, 4]] }],
        )
        .command(vec![DeleteRecording { recording_id }], vec![Done {}])
        .values(
            "PickedFile",
            vec![PickedFile { pick_id: PickId(id(5)), name: text("session.wav"), bytes: 1_234_567 }],
        )
}
