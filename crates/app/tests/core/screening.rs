//! Screenings, the device in a client's hands, and the risk protocol, through the dispatcher.

use app::Front;
use base64::Engine as _;
use contract::clients::ListClients;
use contract::instruments::{
    AddInstrument, InstrumentOrigin, ListBatteries, RemoveBattery, SaveBattery, SetInstrumentEnabled,
};
use contract::recordings::FileSource;
use contract::results::{CompareScreenings, ExportResults, GetResults, GetTrends, ResultFormat, Verdict};
use contract::risk::{
    AcknowledgeAlert, GetHelplines, GetSafetyPlan, ListAlerts, RiskLevel, SafetyPlan, SaveSafetyPlan,
};
use contract::screenings::{
    Answer, AnswerItem, BeginHandOver, EndHandOver, FinishScreening, FormView, GetForm, GetOwnRecord,
    ListDue, ListPlans, ListScreenings, SaveComment, SavePlan, ScreeningStatus, StartScreening,
};
use contract::vault::{CreateVault, GetStatus, KeepAwake, Role, UnlockOutcome, UnlockVault};
use contract::{ClientId, ErrorCode, ScreeningId};
use serde_json::json;
use testkit::{PASSPHRASE, TestCore, create_client, create_vault};

use crate::{core, ok, run};

const DAY_MS: i64 = 86_400_000;

async fn client(core: &TestCore, name: &str) -> ClientId {
    ok(core, create_client(name)).await.id
}

async fn vault_with_client() -> (TestCore, ClientId) {
    let core = core();
    ok(&core, create_vault()).await;
    let id = client(&core, "Lena").await;
    (core, id)
}

fn start(client_id: ClientId, battery: Option<&str>, instruments: &[&str]) -> StartScreening {
    StartScreening {
        client_id,
        battery: battery.map(str::to_owned),
        instruments: instruments.iter().map(|code| (*code).to_owned()).collect(),
        session_id: None,
        plan_id: None,
    }
}

fn answer(screening_id: ScreeningId, instrument: &str, item: &str, value: f64) -> AnswerItem {
    let (instrument, item) = (instrument.to_owned(), item.to_owned());
    AnswerItem { screening_id, instrument, item, answer: Answer::Value { value } }
}

/// Answers every question an instrument asks, also those that answers open, with the option nearest to a wish.
async fn fill(core: &TestCore, form: &FormView, instrument: &str, wish: impl Fn(&str) -> f64) -> FormView {
    let mut form = form.clone();
    loop {
        let part =
            form.instruments.iter().find(|part| part.id == instrument).expect("it is part of the form");
        let open = part.items.iter().find(|item| item.answer.is_none() && !item.declined);
        let Some(item) = open else { return form };
        let wanted = wish(&item.id);
        let near = item
            .options
            .iter()
            .min_by(|one, other| (one.value - wanted).abs().total_cmp(&(other.value - wanted).abs()));
        let value = near.expect("a question has answers").value;
        form = ok(core, answer(form.screening.id, instrument, &item.id.clone(), value)).await;
    }
}

pub(crate) async fn phq9(core: &TestCore, client: ClientId, each: f64) -> ScreeningId {
    let form = ok(core, start(client, None, &["phq9"])).await;
    let id = form.screening.id;
    fill(core, &form, "phq9", |item| if item == "q9" { 0.0 } else { each }).await;
    ok(core, FinishScreening { screening_id: id }).await;
    id
}

#[tokio::test]
async fn a_screening_survives_the_end_of_the_program_and_never_changes_once_finished() {
    let (core, client) = vault_with_client().await;
    let form = ok(&core, start(client, Some("intake"), &[])).await;
    let id = form.screening.id;
    let has_difficulty = |form: &FormView| form.instruments[0].items.iter().any(|item| item.id == "q10");
    assert!(!has_difficulty(&form), "the question about difficulty is asked only if anything is above 0");
    ok(&core, answer(id, "phq9", "q1", 2.0)).await;
    let declined = AnswerItem { answer: Answer::Declined, ..answer(id, "phq9", "q2", 0.0) };
    let form = ok(&core, declined).await;
    assert_eq!(form.screening.answered, 2, "a declined question is dealt with");
    assert!(has_difficulty(&form), "an answer above 0 opens the question about difficulty");

    let wrong = run(&core, answer(id, "phq9", "q3", 7.0)).await.expect_err("7 is no answer of the PHQ-9");
    assert_eq!((wrong.code, wrong.field.as_deref()), (ErrorCode::Invalid, Some("answer")), "{wrong:?}");
    let hidden = run(&core, answer(id, "asq", "q5", 1.0)).await.expect_err("it is asked only after a yes");
    assert_eq!(hidden.code, ErrorCode::Invalid, "what is not asked cannot be answered");

    let core = core.restarted().await;
    ok(&core, UnlockVault { passphrase: PASSPHRASE.into() }).await;
    let resumed = ok(&core, GetForm { screening_id: id }).await;
    assert_eq!(resumed.instruments, form.instruments, "every answer is there after the program was closed");
    assert_eq!(resumed.screening.answered, 2, "and counted");

    let done = ok(&core, FinishScreening { screening_id: id }).await;
    assert_eq!(done.screening.status, ScreeningStatus::Completed, "an incomplete form can be finished");
    let results = ok(&core, GetResults { screening_id: id }).await;
    let phq9 = results.results.iter().find(|result| result.instrument == "phq9").expect("it was in the set");
    assert!(!phq9.complete && phq9.total.is_none(), "what is incomplete has no total: nothing is made up");
    assert!(phq9.missing == 8, "declined and unanswered questions are both missing, got {}", phq9.missing);
    let late = run(&core, answer(id, "phq9", "q3", 1.0)).await.expect_err("finished is finished");
    assert_eq!(late.code, ErrorCode::IllegalMove, "a finished screening is frozen");
}

#[tokio::test]
async fn change_is_told_by_the_published_threshold() {
    let (core, client) = vault_with_client().await;
    let first = phq9(&core, client, 2.0).await;
    core.clock.advance_ms(7 * DAY_MS);
    let second = phq9(&core, client, 1.0).await;
    core.clock.advance_ms(7 * DAY_MS);
    phq9(&core, client, 1.0).await;

    let results = ok(&core, GetResults { screening_id: second }).await;
    let change = results.results[0].change.as_ref().expect("there is an earlier result");
    assert_eq!((change.from, change.to), (16.0, 8.0), "eight items count, item 9 was 0");
    assert_eq!(change.verdict, Verdict::Improved, "8 points are more than the 6 of the PHQ-9");

    let trends = ok(&core, GetTrends { client_id: client }).await;
    let series = trends.series.iter().find(|series| series.instrument == "phq9").expect("it has totals");
    let verdicts: Vec<_> = series.points.iter().map(|point| point.verdict).collect();
    assert_eq!(
        verdicts,
        [None, Some(Verdict::Improved), Some(Verdict::NoReliableChange)],
        "each point is compared with the one before"
    );
    assert_eq!(trends.dimensions.len(), 25, "all dimensions are listed");
    let depression = &trends.dimensions[0];
    assert_eq!(
        (depression.id.as_str(), depression.score),
        ("depression", Some(8.0)),
        "the newest score counts"
    );
    assert!(
        trends.dimensions.iter().filter(|each| each.position.is_none()).count() > 20,
        "what was never screened has no position"
    );
    let course = trends.dimension_series.iter().find(|series| series.id == "depression");
    assert_eq!(course.map(|series| series.points.len()), Some(3), "three screenings, three points");

    let comparison = ok(&core, CompareScreenings { one: second, other: first }).await;
    assert_eq!(comparison.earlier.id, first, "the earlier one is named first whatever the order of the call");
    let phq9 = &comparison.instruments[0];
    assert_eq!((phq9.from, phq9.to), (Some(16.0), Some(8.0)), "both totals stand side by side");
    let same: Vec<_> =
        phq9.items.iter().filter(|item| !item.changed).map(|item| item.item.as_str()).collect();
    assert!(same.contains(&"q9") && phq9.items.iter().filter(|item| item.changed).count() >= 8, "{same:?}");
}

#[tokio::test]
async fn a_positive_short_screen_asks_for_the_long_one() {
    let (core, client) = vault_with_client().await;
    let form = ok(&core, start(client, Some("intake"), &[])).await;
    let has_long = |form: &FormView| form.instruments.iter().any(|part| part.id == "pcl5");
    assert!(!has_long(&form), "the PCL-5 is asked for by a result");
    let form = fill(&core, &form, "pcptsd5", |_| 1.0).await;
    assert!(has_long(&form), "five times yes asks for the PCL-5");
    let id = form.screening.id;
    let form = ok(&core, AnswerItem { answer: Answer::Cleared, ..answer(id, "pcptsd5", "q1", 0.0) }).await;
    let mut form = form;
    for item in ["q2", "q3", "q4", "q5"] {
        form = ok(&core, answer(id, "pcptsd5", item, 0.0)).await;
    }
    assert!(!has_long(&form), "an answer that is changed takes the untouched PCL-5 away again");
    let own = ok(&core, start(client, None, &["pcptsd5", "pcl5"])).await;
    let own = fill(&core, &own, "pcptsd5", |_| 0.0).await;
    assert!(has_long(&own), "one that was chosen stays");
}

#[tokio::test]
async fn a_critical_answer_raises_an_alert_at_once_that_stays_until_something_was_done() {
    let (core, client) = vault_with_client().await;
    let form = ok(&core, start(client, None, &["phq9", "asq"])).await;
    let id = form.screening.id;
    let form = ok(&core, answer(id, "phq9", "q9", 1.0)).await;
    assert!(form.supportive, "the supportive screen comes with the answer, not at the end");
    let alerts = ok(&core, ListAlerts::default()).await;
    assert_eq!(alerts.len(), 1, "one screening, one alert");
    assert_eq!(alerts[0].level, RiskLevel::Moderate, "some days");

    ok(&core, answer(id, "phq9", "q9", 0.0)).await;
    ok(&core, answer(id, "asq", "q3", 1.0)).await;
    let form = ok(&core, answer(id, "asq", "q5", 1.0)).await;
    assert!(form.supportive, "an answer taken back takes nothing else back");
    let alerts = ok(&core, ListAlerts::default()).await;
    assert_eq!((alerts.len(), alerts[0].level), (1, RiskLevel::Critical), "it only ever rises: {alerts:?}");
    assert_eq!(alerts[0].reasons.len(), 3, "every reason is kept: {:?}", alerts[0].reasons);

    let alert_id = alerts[0].id;
    let nothing = run(&core, AcknowledgeAlert { alert_id, action: "  ".into() }).await;
    assert_eq!(nothing.expect_err("nothing was done").field.as_deref(), Some("action"), "it stays");
    let core = core.restarted().await;
    ok(&core, UnlockVault { passphrase: PASSPHRASE.into() }).await;
    assert_eq!(ok(&core, ListAlerts::default()).await.len(), 1, "it stays over a restart");
    let acknowledged =
        ok(&core, AcknowledgeAlert { alert_id, action: "Safety assessment on site".into() }).await;
    assert!(acknowledged.acknowledged.is_some(), "what was done stands with it");
    assert!(ok(&core, ListAlerts::default()).await.is_empty(), "then it is no longer first");
    let again = run(&core, AcknowledgeAlert { alert_id, action: "something else".into() }).await;
    assert_eq!(again.expect_err("once is for good").code, ErrorCode::IllegalMove, "the database refuses it");

    ok(&core, answer(id, "asq", "q3", 1.0)).await;
    assert!(ok(&core, ListAlerts::default()).await.is_empty(), "the same answer again is no news");
    ok(&core, answer(id, "asq", "q4", 1.0)).await;
    assert_eq!(ok(&core, ListAlerts::default()).await.len(), 1, "another answer is");
}

#[tokio::test]
async fn own_words_are_read_for_danger() {
    let (core, client) = vault_with_client().await;
    let id = ok(&core, start(client, None, &["gad7"])).await.screening.id;
    let words = |text: &str| SaveComment { screening_id: id, text: text.into() };
    let form = ok(&core, words("Work is killing me, but the holiday helped.")).await;
    assert!(!form.supportive, "an idiom is no danger");
    let form = ok(&core, words("I have the pills here and I am going to kill myself tonight.")).await;
    assert!(form.supportive, "this is");
    let alerts = ok(&core, ListAlerts::default()).await;
    assert!(alerts[0].level >= RiskLevel::High, "{alerts:?}");
    ok(&core, words("")).await;
    assert_eq!(ok(&core, ListAlerts::default()).await.len(), 1, "words taken back leave the alert");

    let id = ok(&core, start(client, None, &["gad7"])).await.screening.id;
    let whole = "I want to die. I want to die tonight and nobody will stop me.";
    for (end, _) in whole.char_indices().filter(|(_, letter)| *letter == ' ') {
        ok(&core, SaveComment { screening_id: id, text: whole[..end].into() }).await;
    }
    let alerts = ok(&core, ListAlerts::default()).await;
    let alert =
        alerts.iter().find(|alert| alert.screening_id == Some(id)).expect("it is heard while it is typed");
    for (at, one) in alert.reasons.iter().enumerate() {
        let begins = |other: &&String| other.starts_with(one.trim_end_matches("”)"));
        let same =
            alert.reasons.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, other)| other).find(begins);
        assert_eq!(same, None, "what was half typed gives way to the whole: {:?}", alert.reasons);
    }
}

/// A body that fits no command: what matters is who may call, which is decided before anything is looked at. Those that
/// would fit anyway are harmless or are meant to be refused.
fn bodies() -> Vec<serde_json::Value> {
    let id = "00000000-0000-7000-8000-000000000001";
    vec![
        json!({}),
        json!({ "client_id": id }),
        json!({ "session_id": id }),
        json!({ "screening_id": id }),
        json!({ "query": "a" }),
        json!({ "minutes": 5 }),
        json!({ "passphrase": PASSPHRASE, "enrolled": true, "job_id": id }),
    ]
}

#[tokio::test]
async fn a_handed_over_device_shows_one_screening_and_nothing_else() {
    let (core, client_id) = vault_with_client().await;
    let other = client(&core, "Mara").await;
    let form = ok(&core, start(client_id, Some("weekly"), &[])).await;
    let (id, elsewhere) = (form.screening.id, ok(&core, start(other, None, &["gad7"])).await.screening.id);
    let plan = SafetyPlan { coping: vec!["Walk the dog".into()], ..SafetyPlan::default() };
    ok(&core, SaveSafetyPlan { client_id, version: 0, plan: plan.clone() }).await;
    ok(&core, BeginHandOver { screening_id: id }).await;

    let status = ok(&core, GetStatus {}).await;
    assert_eq!((status.handed_over, status.owner), (Some(id), None), "it does not say whose device it is");
    let allowed = [
        "vault.status",
        "vault.check_passphrase",
        "vault.create",
        "vault.unlock",
        "vault.unlock_with_key_store",
        "vault.recover",
        "vault.keep_awake",
        "vault.lock",
        "consents.texts",
        "risk.helplines",
        "screenings.form",
        "screenings.answer",
        "screenings.comment",
        "screenings.finish",
        "safety_plans.get",
        "hand_over.end",
    ];
    for front in [Front::Window, Front::Http, Front::Cli] {
        for name in app::App::command_names().iter().filter(|name| !allowed.contains(name)) {
            for body in bodies() {
                let refused = core.app.call(front, name, body).await.expect_err(name);
                assert!(
                    matches!(refused.code, ErrorCode::HandedOver | ErrorCode::BadCall),
                    "{name} through {front:?} got past: {refused:?}"
                );
            }
        }
    }
    for refused in [
        run(&core, GetForm { screening_id: elsewhere }).await.map(drop),
        run(&core, answer(elsewhere, "gad7", "q1", 1.0)).await.map(drop),
        run(&core, FinishScreening { screening_id: elsewhere }).await.map(drop),
        run(&core, GetSafetyPlan { client_id: other }).await.map(drop),
        run(&core, ListClients::default()).await.map(drop),
    ] {
        assert_eq!(refused.expect_err("not this client's").code, ErrorCode::HandedOver, "others stay closed");
    }
    ok(&core, KeepAwake {}).await;
    assert_eq!(ok(&core, GetSafetyPlan { client_id }).await.plan, plan, "one's own safety plan is at hand");
    assert!(
        !ok(&core, GetHelplines { country: "US".into() }).await.lines.is_empty(),
        "help is never withheld"
    );
    ok(&core, answer(id, "phq9", "q1", 1.0)).await;

    let core = core.restarted().await;
    let unlocked = ok(&core, UnlockVault { passphrase: PASSPHRASE.into() }).await;
    assert_eq!(unlocked, UnlockOutcome::Unlocked, "unlocking is not taking back");
    let refused = run(&core, ListClients::default()).await.expect_err("still handed over");
    assert_eq!(refused.code, ErrorCode::HandedOver, "a restart changes nothing");
    let wrong = run(&core, EndHandOver { passphrase: "not the passphrase at all".into() }).await;
    assert_eq!(wrong.expect_err("wrong").code, ErrorCode::WrongPassphrase, "only the passphrase ends it");
    assert!(run(&core, ListClients::default()).await.is_err(), "a wrong one ends nothing");
    core.clock.advance_ms(120_000);
    ok(&core, EndHandOver { passphrase: PASSPHRASE.into() }).await;
    assert_eq!(ok(&core, ListClients::default()).await.total, 2, "the device is the clinician's again");
    assert_eq!(ok(&core, GetForm { screening_id: id }).await.screening.answered, 1, "the answer is kept");
}

#[tokio::test]
async fn plans_come_due_and_move_on() {
    let (core, client_id) = vault_with_client().await;
    let today = core.clock_day();
    let plan =
        SavePlan { plan_id: None, client_id, battery: "weekly".into(), every_days: Some(7), due_on: today };
    let plan = ok(&core, plan).await;
    assert_eq!(ok(&core, ListDue {}).await.len(), 1, "it is due today");
    core.clock.advance_ms(10 * DAY_MS);
    assert_eq!(ok(&core, ListDue {}).await[0].days_late, 10, "and late ten days on");
    let form =
        ok(&core, StartScreening { plan_id: Some(plan.id), ..start(client_id, Some("weekly"), &[]) }).await;
    assert_eq!(
        ok(&core, ListDue {}).await[0].open_screening,
        Some(form.screening.id),
        "what was begun for it can be gone on with"
    );
    fill(&core, &form, "gad7", |_| 1.0).await;
    ok(&core, FinishScreening { screening_id: form.screening.id }).await;
    assert!(ok(&core, ListDue {}).await.is_empty(), "done for this week");
    let plans = ok(&core, ListPlans { client_id }).await;
    assert_eq!((plans[0].due_on - today).num_days(), 14, "the day of the week stays");
}

#[tokio::test]
async fn sets_of_ones_own_and_their_end() {
    let (core, client_id) = vault_with_client().await;
    let twice = SaveBattery {
        battery_id: None,
        name: "Mine".into(),
        instruments: vec!["gad7".into(), "gad7".into()],
    };
    assert_eq!(
        run(&core, twice).await.expect_err("twice").field.as_deref(),
        Some("instruments"),
        "once each"
    );
    let unknown = SaveBattery { battery_id: None, name: "Mine".into(), instruments: vec!["mmpi".into()] };
    assert!(run(&core, unknown).await.is_err(), "what is not here cannot be asked");
    let mine =
        SaveBattery { battery_id: None, name: "Mine".into(), instruments: vec!["k6".into(), "gad7".into()] };
    let mine = ok(&core, mine).await;
    assert_eq!(ok(&core, ListBatteries {}).await.len(), 3, "two standard sets and one's own");
    let form = ok(&core, start(client_id, Some(&mine.key), &[])).await;
    assert_eq!(form.screening.name, "Mine", "the set's name stays with the screening");
    ok(&core, RemoveBattery { battery_id: mine.id.expect("it is one's own") }).await;
    assert_eq!(
        ok(&core, ListScreenings { client_id }).await[0].name,
        "Mine",
        "what was begun with a removed set stays"
    );
}

#[tokio::test]
async fn a_client_has_one_record_of_their_own() {
    let core = core();
    ok(&core, CreateVault { role: Role::Client, name: "Noor".into(), ..create_vault() }).await;
    let own = ok(&core, GetOwnRecord {}).await;
    assert_eq!(own.display_name, "Noor", "it has the owner's name");
    assert_eq!(ok(&core, GetOwnRecord {}).await.id, own.id, "asked again, it is the same");
    let screening_id = phq9(&core, own.id, 1.0).await;
    let results = ok(&core, GetResults { screening_id }).await;
    assert!(
        results.results[0].subscales.iter().all(|subscale| subscale.id != "depressive_syndrome"),
        "a person is not told the outcome of a diagnostic algorithm by a program"
    );
    assert_eq!(ok(&core, GetTrends { client_id: own.id }).await.series.len(), 1, "with its own results");
    let refused = run(&core, ListClients::default()).await.expect_err("a caseload is for clinicians");
    assert_eq!(refused.code, ErrorCode::Forbidden, "roles hold");
}

#[tokio::test]
async fn results_leave_the_vault_in_every_form() {
    let (core, client_id) = vault_with_client().await;
    phq9(&core, client_id, 2.0).await;
    core.clock.advance_ms(7 * DAY_MS);
    let second = phq9(&core, client_id, 1.0).await;
    let export = |screening_id, format| ExportResults { client_id, screening_id, format };
    let bytes = |file: contract::notes::ExportedFile| {
        assert!(!file.file_name.contains("Lena"), "a file's name carries no client's name");
        base64::engine::general_purpose::STANDARD.decode(file.data_base64).expect("it is base64")
    };
    let pdf = bytes(ok(&core, export(None, ResultFormat::Pdf)).await);
    assert!(pdf.starts_with(b"%PDF-"), "it is a PDF");
    let fhir = bytes(ok(&core, export(None, ResultFormat::Fhir)).await);
    let bundle: serde_json::Value = serde_json::from_slice(&fhir).expect("it is JSON");
    let responses = bundle["entry"].as_array().expect("a bundle has entries").iter();
    let responses = responses.filter(|entry| entry["resource"]["resourceType"] == "QuestionnaireResponse");
    assert_eq!(responses.count(), 2, "both forms are there");
    let scores = String::from_utf8(bytes(ok(&core, export(Some(second), ResultFormat::CsvScores)).await));
    let scores = scores.expect("it is text");
    assert!(scores.lines().count() >= 2 && !scores.contains("Lena"), "a row for the one form:\n{scores}");
    let items = bytes(ok(&core, export(Some(second), ResultFormat::CsvItems)).await);
    let items = String::from_utf8(items).expect("it is text");
    assert!(items.contains("Several days"), "answers are told by their labels:\n{items}");
    let other = client(&core, "Mara").await;
    let nothing =
        run(&core, ExportResults { client_id: other, screening_id: None, format: ResultFormat::Pdf });
    assert_eq!(
        nothing.await.expect_err("she has none").code,
        ErrorCode::NotFound,
        "an empty file helps nobody"
    );
}

/// A Questionnaire of this test's own, as a practice would import one.
fn questionnaire() -> Vec<u8> {
    let option = |label: &str, value: i64| {
        json!({
            "valueCoding": {
                "code": value.to_string(),
                "display": label,
                "extension": [{
                    "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue",
                    "valueDecimal": value
                }]
            }
        })
    };
    let item = |id: &str, text: &str| {
        json!({
            "linkId": id,
            "text": text,
            "type": "choice",
            "answerOption": [option("Never", 0), option("Sometimes", 1), option("Often", 2)]
        })
    };
    let whole = json!({
        "resourceType": "Questionnaire",
        "status": "active",
        "title": "Evening Questionnaire",
        "name": "EveningQuestionnaire",
        "item": [
            item("a", "I slept badly"),
            item("b", "The thought of killing myself has come to me")
        ]
    });
    whole.to_string().into_bytes()
}

#[tokio::test]
async fn a_licensed_questionnaire_is_used_only_under_its_condition_and_watched() {
    let (core, client_id) = vault_with_client().await;
    let pick = |bytes: Vec<u8>| {
        FileSource::Picked(core.app.pick_bytes("evening.json", bytes).expect("a file can be picked").pick_id)
    };
    let add = |source, statement: &str| AddInstrument {
        source,
        slot: Some("perinatal".into()),
        statement: statement.into(),
    };
    let unstated = run(&core, add(pick(questionnaire()), " ")).await.expect_err("by what right?");
    assert_eq!(unstated.field.as_deref(), Some("statement"), "a licence has to be stated");
    let broken = run(&core, add(pick(b"{\"resourceType\": \"Patient\"}".to_vec()), "Licence 12")).await;
    assert_eq!(broken.expect_err("no questionnaire").field.as_deref(), Some("source"), "and a clear refusal");
    let added = ok(&core, add(pick(questionnaire()), "Licence 12 of the practice")).await;
    assert_eq!((added.origin, added.enabled), (InstrumentOrigin::Licensed, false), "it is off at first");
    let off = run(&core, start(client_id, None, &[&added.id])).await.expect_err("it is off");
    assert_eq!(off.field.as_deref(), Some("instruments"), "what is off is not asked");
    let enable = |condition_accepted| SetInstrumentEnabled {
        instrument: added.id.clone(),
        enabled: true,
        condition_accepted,
    };
    let unread = run(&core, enable(false)).await.expect_err("the condition was not accepted");
    assert_eq!(unread.field.as_deref(), Some("condition_accepted"), "it stays off");
    ok(&core, enable(true)).await;
    let form = ok(&core, start(client_id, None, &[&added.id])).await;
    let items: Vec<_> = form.instruments[0].items.iter().map(|item| item.id.clone()).collect();
    let calm = ok(&core, answer(form.screening.id, &added.id, &items[0], 2.0)).await;
    assert!(!calm.supportive, "bad sleep is no danger");
    let told = ok(&core, answer(form.screening.id, &added.id, &items[1], 1.0)).await;
    assert!(told.supportive, "a question about suicide is watched although the file does not say so");
    ok(&core, SetInstrumentEnabled { enabled: false, ..enable(false) }).await;
    ok(&core, FinishScreening { screening_id: form.screening.id }).await;
    let results = ok(&core, GetResults { screening_id: form.screening.id }).await;
    assert_eq!(
        results.results[0].critical.len(),
        1,
        "what was filled in stays readable when it is off again"
    );
}
