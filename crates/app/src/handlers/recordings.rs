use std::sync::Arc;

use base64::Engine as _;
use contract::consents::ConsentScope;
use contract::jobs::{JobKind, JobResult, JobUnit};
use contract::recordings::{
    AudioChunk, DeleteRecording, GetWaveform, ImportRecording, ReadAudio, RecordingView, Waveform,
};
use contract::{ApiError, Command, Done, ErrorCode, JobId, RecordingId};
use crypto::container::{AudioSpec, ContainerIds, ContainerReader, ContainerWriter, Ending};
use store::recordings::{RecordingRow, RecordingStatus};
use uuid::Uuid;

use super::consents;
use crate::convert::{instant, span, span_to};
use crate::errors::{from_io, from_store, internal};
use crate::jobs::Job;
use crate::media::{ContainerSink, destroy, from_container};
use crate::picks::SourceFile;
use crate::vault::OpenVault;
use crate::{App, Cx, Handle};

/// The longest stretch read at once: enough for playback to stay ahead, little enough to hold in memory.
const MAX_CHUNK_MS: u64 = 30_000;

fn view(row: RecordingRow) -> RecordingView {
    RecordingView {
        id: RecordingId(row.id),
        duration_ms: span(row.duration_ms),
        channels: row.channels,
        source: row.source,
        gaps: row.gaps,
        readable_ms: span(row.duration_ms),
        created_at: instant(row.created_at),
    }
}

/// The recordings of a session, newest first, with what can be read of each.
pub(super) async fn of_session<C: Command>(
    app: &App,
    cx: &mut Cx<'_, C>,
    session_id: Uuid,
) -> Result<Vec<RecordingView>, ApiError> {
    let media_key = cx.open()?.media_key();
    let rows = store::recordings::list_ready(cx.tx()?, session_id).await.map_err(from_store)?;
    let with_readable = |row: RecordingRow| {
        let readable = match ContainerReader::open(&app.files.recording(row.id), media_key) {
            Ok(reader) if reader.info().ending == Ending::Complete => span(row.duration_ms),
            Ok(reader) => reader.info().samples * 1000 / u64::from(audio::SAMPLE_RATE),
            Err(_) => 0,
        };
        RecordingView { readable_ms: readable, ..view(row) }
    };
    Ok(rows.into_iter().map(with_readable).collect())
}

async fn ready<C: Command>(cx: &mut Cx<'_, C>, id: RecordingId) -> Result<RecordingRow, ApiError> {
    cx.about(id.0);
    let row = store::recordings::get(cx.tx()?, id.0).await.map_err(from_store)?;
    match row.status {
        RecordingStatus::Ready => Ok(row),
        RecordingStatus::Importing => {
            Err(ApiError::new(ErrorCode::Busy, "This recording is still being imported."))
        }
        RecordingStatus::Deleted => Err(ApiError::new(ErrorCode::NotFound, "This recording was deleted.")),
    }
}

impl Handle<ImportRecording> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ImportRecording>,
        command: ImportRecording,
    ) -> Result<JobId, ApiError> {
        let session_id = command.session_id;
        cx.about(session_id.0);
        consents::require(cx, session_id.0, ConsentScope::Recording).await?;
        if self.jobs.is_busy(session_id, JobKind::Import) {
            return Err(ApiError::new(
                ErrorCode::Busy,
                "A recording is being imported into this session. Wait for it, or stop it.",
            ));
        }
        let source = self.source_file(cx.front, &command.source)?;
        self.picks().forget(&command.source);
        let row = RecordingRow {
            id: cx.make_id(),
            session_id: session_id.0,
            status: RecordingStatus::Importing,
            duration_ms: 0,
            channels: 0,
            source: String::new(),
            gaps: 0,
            peaks: Vec::new(),
            created_at: cx.now,
            updated_at: cx.now,
        };
        store::recordings::insert(cx.tx()?, &row).await.map_err(from_store)?;
        let open = cx.open()?.clone();
        let job = self.register_job(JobKind::Import, Some(session_id), JobUnit::Bytes);
        let id = job.id();
        cx.after_commit(move |app| {
            let work = import(app.clone(), open.clone(), job.clone(), source, row);
            app.start_job(job, Some(open), work);
        });
        Ok(id)
    }
}

/// Brings a file's sound into its container, then makes the recording whole in one transaction.
async fn import(
    app: Arc<App>,
    open: Arc<OpenVault>,
    job: Arc<Job>,
    source: SourceFile,
    row: RecordingRow,
) -> Result<JobResult, ApiError> {
    let path = app.files.recording(row.id);
    let key_id = app.clock().make_id();
    let (work_path, work_open, id) = (path.clone(), open.clone(), row.id);
    let imported = tokio::task::spawn_blocking(move || {
        let ids = ContainerIds { file_id: id, key_id };
        write_container(&work_open, &job, &source, &work_path, ids)
    })
    .await
    .unwrap_or_else(|error| Err(internal(&error)));
    let now = app.clock().now().timestamp_millis();
    let mut tx = open.store().begin().await.map_err(from_store)?;
    match imported {
        Ok(imported) => {
            let row = RecordingRow {
                status: RecordingStatus::Ready,
                duration_ms: span_to(imported.duration_ms),
                channels: u8::try_from(imported.channels).unwrap_or(1),
                source: describe(&imported.source),
                gaps: u32::try_from(imported.gaps).unwrap_or(u32::MAX),
                peaks: peaks(&imported.waveform),
                updated_at: now,
                ..row
            };
            store::recordings::update(&mut tx, &row).await.map_err(from_store)?;
            tx.commit().await.map_err(from_store)?;
            Ok(JobResult::Recording(RecordingId(row.id)))
        }
        Err(error) => {
            // Nothing of a failed import stays; the file it came from was only read.
            destroy(&path)?;
            store::recordings::remove_unfinished(&mut tx, row.id).await.map_err(from_store)?;
            tx.commit().await.map_err(from_store)?;
            Err(error)
        }
    }
}

fn write_container(
    open: &OpenVault,
    job: &Job,
    source: &SourceFile,
    path: &std::path::Path,
    ids: ContainerIds,
) -> Result<audio::Imported, ApiError> {
    let file = source.open().map_err(from_io)?;
    let recording =
        audio::Recording::open(file, source.extension().as_deref(), &job.audio_cancel).map_err(unreadable)?;
    let spec = AudioSpec {
        sample_rate: audio::SAMPLE_RATE,
        channels: u16::try_from(recording.channels()).unwrap_or(1),
    };
    let writer = ContainerWriter::create(path, open.media_key(), spec, ids).map_err(from_container)?;
    let mut sink = ContainerSink::new(writer);
    let imported = recording
        .import(&mut sink, &mut |progress| job.progress(progress.read_bytes, Some(progress.total_bytes)))
        .map_err(unreadable)?;
    sink.writer.finish().map_err(from_container)?;
    Ok(imported)
}

fn unreadable(error: audio::ImportError) -> ApiError {
    let code = match error {
        audio::ImportError::Cancelled => ErrorCode::Cancelled,
        audio::ImportError::Sink(_) => ErrorCode::Storage,
        _ => ErrorCode::UnreadableAudio,
    };
    ApiError::new(code, error.to_string())
}

fn describe(source: &audio::SourceInfo) -> String {
    let channels = match source.channels {
        1 => "mono".to_owned(),
        2 => "stereo".to_owned(),
        more => format!("{more} channels"),
    };
    format!("{}, {} Hz, {channels}", source.codec.to_uppercase().replace('_', " "), source.rate)
}

/// The waveform as kept in the row: one loudness from 0 to 255 every tenth of a second, channels interleaved.
fn peaks(waveform: &audio::Waveform) -> Vec<u8> {
    let columns = waveform.channels.iter().map(Vec::len).max().unwrap_or(0);
    let level = |channel: &Vec<audio::Peak>, column: usize| {
        channel.get(column).map_or(0, |peak| {
            let loudest = peak.max.unsigned_abs().max(peak.min.unsigned_abs());
            u8::try_from(loudest / 129).unwrap_or(u8::MAX)
        })
    };
    (0..columns)
        .flat_map(|column| waveform.channels.iter().map(move |channel| level(channel, column)))
        .collect()
}

impl Handle<ReadAudio> for App {
    async fn handle(&self, cx: &mut Cx<'_, ReadAudio>, command: ReadAudio) -> Result<AudioChunk, ApiError> {
        if command.end_ms < command.start_ms || command.end_ms - command.start_ms > MAX_CHUNK_MS {
            return Err(ApiError::invalid("end_ms", "Ask for at most 30 seconds at once."));
        }
        ready(cx, command.recording_id).await?;
        let mut reader =
            ContainerReader::open(&self.files.recording(command.recording_id.0), cx.open()?.media_key())
                .map_err(from_container)?;
        let spec = reader.info().spec;
        let sample = |ms: u64| ms.saturating_mul(u64::from(spec.sample_rate)) / 1000;
        let (start, end) = (sample(command.start_ms), sample(command.end_ms));
        let length = usize::try_from(end - start).unwrap_or(0) * usize::from(spec.channels);
        let mut samples = vec![0_i16; length];
        let count = reader.read(start, &mut samples).map_err(from_container)?;
        let bytes: Vec<u8> = samples[..count].iter().flat_map(|sample| sample.to_le_bytes()).collect();
        Ok(AudioChunk {
            sample_rate: spec.sample_rate,
            channels: u8::try_from(spec.channels).unwrap_or(1),
            start_ms: command.start_ms,
            pcm_base64: base64::engine::general_purpose::STANDARD.encode(bytes),
        })
    }
}

impl Handle<GetWaveform> for App {
    async fn handle(&self, cx: &mut Cx<'_, GetWaveform>, command: GetWaveform) -> Result<Waveform, ApiError> {
        let row = ready(cx, command.recording_id).await?;
        let columns = usize::try_from(command.columns.clamp(1, 4000)).unwrap_or(1);
        let channels = usize::from(row.channels.max(1));
        let shown = (0..channels)
            .map(|channel| {
                let all: Vec<u8> = row.peaks.iter().skip(channel).step_by(channels).copied().collect();
                shrink(&all, columns)
            })
            .collect();
        Ok(Waveform { duration_ms: span(row.duration_ms), channels: shown })
    }
}

/// At most this many columns, each as loud as the loudest it stands for.
fn shrink(all: &[u8], columns: usize) -> Vec<u8> {
    if all.len() <= columns {
        return all.to_vec();
    }
    let bounds = |column: usize| column * all.len() / columns;
    (0..columns)
        .map(|column| all[bounds(column)..bounds(column + 1)].iter().copied().max().unwrap_or(0))
        .collect()
}

impl Handle<DeleteRecording> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, DeleteRecording>,
        command: DeleteRecording,
    ) -> Result<Done, ApiError> {
        let row = ready(cx, command.recording_id).await?;
        if self.jobs.is_busy(contract::SessionId(row.session_id), JobKind::Transcription) {
            return Err(ApiError::new(
                ErrorCode::Busy,
                "This recording is being transcribed. Nothing was deleted. Stop that first.",
            ));
        }
        let path = self.files.recording(row.id);
        let row =
            RecordingRow { status: RecordingStatus::Deleted, peaks: Vec::new(), updated_at: cx.now, ..row };
        store::recordings::update(cx.tx()?, &row).await.map_err(from_store)?;
        // First the decision is durable, then the key goes; a kill between is made good at the next unlocking.
        cx.after_commit(move |_| {
            if let Err(error) = destroy(&path) {
                tracing::error!(code = ?error.code, "a deleted recording's file is destroyed at the next unlocking");
            }
        });
        Ok(Done {})
    }
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn a_shrunk_waveform_keeps_every_peak() {
        let mut all = vec![1_u8; 1000];
        all[777] = 200;
        let shown = shrink(&all, 64);
        assert_eq!(shown.len(), 64, "as many columns as asked for");
        assert_eq!(shown.iter().max(), Some(&200), "a short loud sound stays visible");
    }
}
