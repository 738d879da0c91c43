use contract::transcripts::*;
use contract::{Done, JobId, RecordingId, SegmentId, TranscriptId};

use super::{Group, at, every, id, text};

pub(super) fn summary() -> TranscriptSummary {
    TranscriptSummary {
        id: TranscriptId(id(50)),
        recording_id: RecordingId(id(40)),
        status: TranscriptStatus::Completed,
        model: text("small.en"),
        demo_model: false,
        language: text("en"),
        covered_ms: 2_940_000,
        duration_ms: 2_950_000,
        created_at: at(53),
    }
}

pub(super) fn segments() -> Vec<SegmentView> {
    vec![
        SegmentView {
            id: SegmentId(id(60)),
            speaker: Speaker::Therapist,
            start_ms: 1_200,
            end_ms: 2_900,
            text: text("How was the week?"),
            original_text: None,
            confidence: 0.875,
        },
        SegmentView {
            id: SegmentId(id(61)),
            speaker: Speaker::Client,
            start_ms: 3_000,
            end_ms: 5_500,
            text: text("I slept badly."),
            original_text: Some(text("I swept badly.")),
            confidence: 0.5,
        },
    ]
}

pub(super) fn group() -> Group {
    let transcript_id = TranscriptId(id(50));
    let corrected = segments().remove(1);
    Group::default()
        .command(
            vec![StartTranscription {
                recording_id: RecordingId(id(40)),
                model_id: text("small.en"),
                language: Some(text("en")),
            }],
            vec![JobId(id(81))],
        )
        .command(
            vec![GetTranscript { transcript_id }],
            vec![TranscriptView { summary: summary(), segments: segments() }],
        )
        .command(
            vec![RelabelSegments {
                segment_ids: vec![SegmentId(id(60)), SegmentId(id(61))],
                speaker: Speaker::Unknown,
            }],
            vec![Done {}],
        )
        .command(
            vec![CorrectSegment { segment_id: SegmentId(id(61)), text: text("I slept badly.") }],
            vec![corrected],
        )
        .values("Speaker", every!(Speaker: Therapist, Client, Unknown))
        .values("TranscriptStatus", every!(TranscriptStatus: Pending, Processing, Completed, Failed))
}
