//! Results on their way out of the vault: for reading, for other programs, for a spreadsheet.

use base64::Engine as _;
use contract::notes::ExportedFile;
use contract::results::{ExportResults, InstrumentResult, ResultFormat, ScreeningResults, Verdict};
use contract::{ApiError, Command, ErrorCode};
use store::clients::ClientRow;
use store::screenings::{AdministrationRow, ScreeningStatus};

use super::results::{self, rounded};
use crate::convert::instant;
use crate::errors::{from_store, internal, not_found};
use crate::filled::Filled;
use crate::{App, Cx, Handle};

impl Handle<ExportResults> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ExportResults>,
        command: ExportResults,
    ) -> Result<ExportedFile, ApiError> {
        let client_id = command.client_id.0;
        cx.about(command.screening_id.map_or(client_id, |id| id.0));
        let client = store::clients::get(cx.tx()?, client_id).await.map_err(from_store)?;
        let rows = store::screenings::list(cx.tx()?, client_id).await.map_err(from_store)?;
        let wanted = rows.iter().rev().filter(|row| {
            row.status == ScreeningStatus::Completed && command.screening_id.is_none_or(|id| id.0 == row.id)
        });
        let ids: Vec<_> = wanted.map(|row| row.id).collect();
        if ids.is_empty() {
            return Err(match command.screening_id {
                Some(_) => not_found("finished screening"),
                None => ApiError::new(ErrorCode::NotFound, "There is no finished screening to export yet."),
            });
        }
        let (ending, media_type, bytes) = match command.format {
            ResultFormat::Pdf => ("pdf", "application/pdf", pdf(cx, &client, &ids).await?),
            other => data(cx, &client, &ids, other).await?,
        };
        let day = cx.app.clock().local_day(instant(cx.now)).format("%Y-%m-%d");
        Ok(ExportedFile {
            // No client name: file names end up in folders, mails and logs.
            file_name: format!("screening-{day}.{ending}"),
            media_type: media_type.to_owned(),
            data_base64: base64::engine::general_purpose::STANDARD.encode(bytes),
        })
    }
}

type Written = (&'static str, &'static str, Vec<u8>);

/// The forms for other programs.
async fn data<C: Command>(
    cx: &mut Cx<'_, C>,
    client: &ClientRow,
    ids: &[uuid::Uuid],
    format: ResultFormat,
) -> Result<Written, ApiError> {
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        let filled = Filled::read(cx.tx()?, *id).await?;
        let scores: Vec<_> = filled.parts.iter().map(|part| part.score()).collect();
        let declined: Vec<Vec<String>> =
            filled.parts.iter().map(|part| part.declined.iter().cloned().collect()).collect();
        all.push((filled, scores, declined));
    }
    let export = interop::ResultsExport {
        patient: interop::Patient {
            id: client.id,
            name: client.display_name(),
            birth_date: client.birth_date.as_deref().and_then(|date| date.parse().ok()),
        },
        screenings: all
            .iter()
            .map(|(filled, scores, declined)| screening(filled, scores, declined))
            .collect(),
        generated_at: instant(cx.now),
    };
    Ok(match format {
        ResultFormat::Fhir | ResultFormat::Pdf => {
            ("json", "application/fhir+json", format!("{:#}", interop::fhir::export(&export)).into_bytes())
        }
        ResultFormat::CsvScores => ("csv", "text/csv", interop::csv::scores(&export).into_bytes()),
        ResultFormat::CsvItems => ("csv", "text/csv", interop::csv::items(&export).into_bytes()),
    })
}

fn screening<'a>(
    filled: &'a Filled,
    scores: &'a [clinical::screening::Score],
    declined: &'a [Vec<String>],
) -> interop::Screening<'a> {
    let parts = filled.parts.iter().zip(scores).zip(declined);
    interop::Screening {
        id: filled.row.id,
        completed_at: instant(filled.row.completed_at.unwrap_or(filled.row.updated_at)),
        administrations: parts
            .map(|((part, score), declined)| interop::Administration {
                instrument: &part.instrument,
                answers: &part.answers,
                declined,
                score,
            })
            .collect(),
    }
}

/// The form for reading, the newest results first.
async fn pdf<C: Command>(
    cx: &mut Cx<'_, C>,
    client: &ClientRow,
    ids: &[uuid::Uuid],
) -> Result<Vec<u8>, ApiError> {
    let history = store::screenings::scored(cx.tx()?, client.id).await.map_err(from_store)?;
    let mut printed = Vec::new();
    for id in ids.iter().rev() {
        let (_, view) = results::results(cx, *id).await?;
        printed.extend(view.results.iter().map(|result| result_line(&view, result, &history)));
    }
    let now = instant(cx.now);
    let document = documents::ResultsDocument {
        document_id: cx.make_id(),
        client_name: Some(client.display_name()),
        pronouns: client.pronouns.clone(),
        birth_date: client.birth_date.as_deref().and_then(|date| date.parse().ok()),
        clinician: match cx.open()?.role() {
            contract::vault::Role::Clinician => cx.open()?.owner_name(),
            _ => String::new(),
        },
        results: printed,
        exported_at: now,
        offset_minutes: cx.app.clock().local_offset_minutes(now),
    };
    tokio::task::spawn_blocking(move || documents::results_to_pdf(&document, documents::Paper::A4))
        .await
        .map_err(|error| internal(&error))?
        .map_err(|error| internal(&error))
}

fn result_line(
    view: &ScreeningResults,
    result: &InstrumentResult,
    history: &[(AdministrationRow, i64)],
) -> documents::InstrumentResult {
    let completed_at = view.screening.completed_at.unwrap_or(view.screening.updated_at);
    let band = |band: &contract::instruments::BandView| documents::BandLine {
        min: band.min,
        max: band.max,
        label: band.label.clone(),
        severity: rank(band.severity),
    };
    let series = history
        .iter()
        .filter(|(row, at)| row.instrument == result.instrument && instant(*at) <= completed_at);
    documents::InstrumentResult {
        title: result.title.clone(),
        version: result.version.clone(),
        recall_period: result.recall_period.clone(),
        completed_at,
        score: result.total.zip(result.min).zip(result.max).map(|((value, min), max)| documents::ScoreLine {
            value,
            min,
            max,
            estimated: !result.complete,
        }),
        band: result.band.clone(),
        bands: result.bands.iter().map(band).collect(),
        incomplete: match result.missing {
            0 => String::new(),
            1 => "1 question was not answered.".to_owned(),
            more => format!("{more} questions were not answered."),
        },
        change: result.change.as_ref().map(change_line).unwrap_or_default(),
        series: series
            .filter_map(|(row, at)| Some(documents::Point { at: instant(*at), value: row.total? }))
            .collect(),
        scales: result
            .subscales
            .iter()
            .map(|subscale| documents::Scale {
                label: subscale.label.clone(),
                value: subscale.value.clone().unwrap_or_else(|| "not scored".to_owned()),
            })
            .collect(),
        critical: result.critical.iter().map(|critical| format!("{}.", critical.reason)).collect(),
        answers: result.items.iter().map(answer_line).collect(),
        attribution: result.attribution.clone(),
    }
}

fn answer_line(item: &contract::results::ItemAnswer) -> documents::Answer {
    let answer = match (&item.label, item.value) {
        (Some(label), Some(value)) => format!("{label} ({})", rounded(value)),
        _ if item.declined => "declined".to_owned(),
        _ => "not answered".to_owned(),
    };
    documents::Answer {
        stem: item.stem.clone(),
        question: item.text.clone(),
        answer,
        critical: item.critical,
    }
}

fn change_line(change: &contract::results::ChangeView) -> String {
    let (from, points) = (rounded(change.from), rounded((change.to - change.from).abs()));
    let day = change.since.format("%-d %B %Y");
    if change.to == change.from {
        return format!("The same as on {day}.");
    }
    let way = if change.to > change.from { "higher" } else { "lower" };
    let meaning = match change.verdict {
        Verdict::Improved => ": a reliable improvement",
        Verdict::Worse => ": a reliable worsening",
        Verdict::NoReliableChange => ": no reliable change",
        Verdict::NotDefined => "",
    };
    format!("{points} {way} than {from} on {day}{meaning}.")
}

fn rank(severity: contract::instruments::Severity) -> u8 {
    use contract::instruments::Severity;
    match severity {
        Severity::None | Severity::Negative => 0,
        Severity::Mild => 1,
        Severity::Moderate => 2,
        Severity::ModeratelySevere => 3,
        Severity::Severe | Severity::Positive => 4,
    }
}
