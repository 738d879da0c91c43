//! From a critical answer to what was done about it, and from two screenings to what changed.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Walk;
use crate::{By, Front};

/// A client of this journey.
const PERSON: &str = "Ana Brandt";
/// What was done about the alert.
const DONE: &str = "Spoke with the client about safety: no plan, no means, safety plan gone through.";
/// The way through the points of one questionnaire.
const POINTS: &str = ".chart-range[aria-label^='PHQ-9']";
/// A licensed questionnaire of the practice, and by what right it is used.
const OWN: &str = "Evening Questionnaire";
const RIGHT: &str = "Licence 12 of the practice, 2026";
/// A set of one's own.
const SET: &str = "Mood and worry";

/// Walks from a critical answer to the comparison of two screenings.
pub async fn results(front: Front) -> Result<()> {
    let mut walk = Walk::beside(front, "results")?;
    walk.begin_as("Clinician").await.context("the first run")?;
    let client = walk.person().await.context("a client")?;
    let first = walk.screen(&client, 2).await.context("the first screening")?;
    walk.alert_stands_first(&client).await.context("the alert")?;
    walk.say_what_was_done(&client).await.context("acknowledging the alert")?;
    let second = walk.screen(&client, 0).await.context("the second screening")?;
    walk.see_results(&second).await.context("the results")?;
    walk.see_scores_over_time().await.context("scores over time")?;
    walk.compare(&first, &second).await.context("the comparison")?;
    walk.look_at_instruments().await.context("instruments")?;
    walk.make_set().await.context("a set of one's own")?;
    walk.plan_it().await.context("a plan")?;
    walk.front.finish().await
}

impl Walk {
    async fn person(&self) -> Result<Value> {
        let details = json!({ "given_name": "Ana", "family_name": "Brandt" });
        let client = self.ask("clients.create", json!({ "details": details })).await?;
        Ok(client["id"].clone())
    }

    /// Fills in two questionnaires with the same answer everywhere, and answers the screening's id. Any answer but the
    /// first to the ninth question of the PHQ-9 is critical.
    async fn screen(&self, client: &Value, answer: usize) -> Result<Value> {
        let start = json!({ "client_id": client, "instruments": ["phq9", "gad7"] });
        let mut form = self.ask("screenings.start", start).await?;
        let id = form["screening"]["id"].clone();
        // An answer can open further questions: go on until none is left open.
        while let Some((instrument, item, value)) = open_question(&form, answer) {
            let given = json!({
                "screening_id": id, "instrument": instrument, "item": item, "answer": { "kind": "value", "value": value },
            });
            form = self.ask("screenings.answer", given).await?;
        }
        self.ask("screenings.finish", json!({ "screening_id": id })).await?;
        Ok(id)
    }

    /// The alert stands before everything else on the first page, and is counted in the navigation.
    async fn alert_stands_first(&mut self, client: &Value) -> Result<()> {
        self.page().press(By::Button("Clients")).await?;
        self.page().press(By::Button(PERSON)).await?;
        self.page().find(By::Test("alert")).await.context("on the client's page")?;
        self.look_twice("client-with-alert").await?;
        self.page().press(By::Css(".nav-link[href='/']")).await?;
        self.page().find(By::Test("alert")).await.context("on Today")?;
        let first = "return document.querySelector('.page-body > :not([role=alert]:empty)')?.dataset.testid";
        let first = self.page().run(first, vec![]).await?;
        ensure!(first == "alerts", "alerts come before everything on Today, not {first}");
        let counted = self.page().words(By::Css(".nav-count")).await?;
        ensure!(counted.starts_with('1'), "the navigation counts one alert: {counted}");
        let waiting = self.ask("risk.alerts", json!({ "client_id": client })).await?;
        ensure!(waiting.as_array().is_some_and(|all| all.len() == 1), "the core has one alert: {waiting}");
        self.look_twice("today-with-alert").await
    }

    /// It stays until someone wrote what was done; nothing, or a beginning alone, is not enough.
    async fn say_what_was_done(&mut self, client: &Value) -> Result<()> {
        self.page().press(By::Test("alert-acknowledge")).await?;
        self.page().sees("cannot be taken back").await?;
        self.page().press(By::Test("alert-done")).await?;
        self.page().sees("Write what was done").await?;
        self.page().press(By::Button("Called the client")).await?;
        self.page().press(By::Test("alert-done")).await?;
        self.page().sees("Write what was done").await?;
        self.look_twice("alert-dialog").await?;
        self.page().fill(By::Field("What was done"), DONE).await?;
        self.page().press(By::Test("alert-done")).await?;
        self.page().gone(By::Test("alert")).await?;
        self.page().gone(By::Css(".nav-count")).await?;
        let all = json!({ "client_id": client, "with_acknowledged": true });
        let all = self.ask("risk.alerts", all).await?;
        ensure!(all[0]["acknowledged"]["action"] == DONE, "what was done is on record: {all}");
        self.look("today-without-alert").await
    }

    /// The change since the first screening is told in words, every answer is there, and files leave the vault.
    async fn see_results(&mut self, screening: &Value) -> Result<()> {
        self.page().press(By::Button("Clients")).await?;
        self.page().press(By::Button(PERSON)).await?;
        self.page().press(By::Test("screening-row")).await?;
        let id = screening.as_str().context("an id is text")?;
        self.page().path_when(|path| path == format!("/screenings/{id}/results")).await?;
        let told = self.page().words(By::Test("result-phq9")).await?;
        ensure!(told.contains("Reliably better"), "the change is told: {told}");
        ensure!(told.contains("18 points lower"), "with its points: {told}");
        self.look_twice("results").await?;
        self.look_on_paper("results").await?;
        self.page().press(By::Css("[data-testid=result-phq9] summary")).await?;
        self.page().sees("Not at all (0)").await?;
        self.look_twice("results-items").await?;
        for (item, name, begins) in [
            ("export-pdf", "results.pdf", "%PDF"),
            ("export-fhir", "results.json", "{"),
            ("export-items", "results.csv", ""),
        ] {
            self.page().press(By::Css("[data-testid=results-export] button")).await?;
            let (_, bytes) = self.front.take_export(By::Test(item), name).await?;
            ensure!(
                bytes.len() > 100 && bytes.starts_with(begins.as_bytes()),
                "{item}: {} bytes",
                bytes.len()
            );
        }
        Ok(())
    }

    /// All dimensions, a line for each questionnaire that can be walked with arrow keys, and the numbers behind it.
    async fn see_scores_over_time(&mut self) -> Result<()> {
        self.page().press(By::Button("Scores over time")).await?;
        self.page().sees("Not yet screened").await?;
        self.page().sees("not part of any instrument").await?;
        self.look_twice("scores-overview").await?;
        self.page().press(By::Button("Trends")).await?;
        self.page().find(By::Css("svg.chart-picture[role=img]")).await?;
        let keys = "const range = document.querySelector(arguments[0]); range.focus(); return range.getAttribute('aria-valuetext')";
        let latest = self.page().run(keys, vec![json!(POINTS)]).await?;
        ensure!(
            latest.as_str().is_some_and(|told| told.contains("0 of 27")),
            "the latest point is read out: {latest}"
        );
        self.page().keys("\u{E012}").await?;
        self.page()
            .attribute_when(By::Css(POINTS), "aria-valuetext", |told| told.contains("18 of 27"))
            .await?;
        self.page().press(By::Button("Show as table")).await?;
        self.page().find(By::Css(".chart-table table")).await?;
        self.look_twice("scores-trends").await?;
        self.page().press(By::Button("Screenings")).await?;
        self.page().find(By::Test("compare-chosen")).await?;
        self.look_twice("scores-screenings").await
    }

    async fn compare(&mut self, first: &Value, second: &Value) -> Result<()> {
        self.page().press(By::Test("compare-chosen")).await?;
        self.page().path_when(|path| path == "/screenings/compare").await?;
        let told = self.page().words(By::Test("compare-phq9")).await?;
        ensure!(told.contains("Reliably better"), "{first} and {second}: the change is told: {told}");
        let changed = "return document.querySelectorAll('[data-testid=compare-phq9] tr.is-changed').length";
        let changed = self.page().run(changed, vec![]).await?;
        ensure!(changed.as_u64() >= Some(9), "every changed answer is marked: {changed}");
        self.look_twice("compare").await
    }

    async fn look_at_instruments(&mut self) -> Result<()> {
        self.page().press(By::Button("Instruments")).await?;
        self.page().find(By::Test("instrument-phq9")).await?;
        self.look_twice("instruments").await?;
        self.page().fill(By::Field("Search"), "anxiety").await?;
        self.page().gone(By::Test("instrument-phq9")).await?;
        self.page().find(By::Test("instrument-gad7")).await?;
        self.page().press(By::Css("[data-testid=instrument-gad7] a")).await?;
        self.page().sees("How it is scored").await?;
        self.look_twice("instrument").await?;
        self.page().press(By::Css(".breadcrumb a")).await?;
        self.page().press(By::Button("Licensed instruments")).await?;
        self.page().sees("Why none is shipped").await?;
        self.look_twice("slots").await?;
        self.page().press(By::Test("instrument-add")).await?;
        self.page().press(By::Test("instrument-file")).await?;
        self.page().sees("Choose what is in the file").await?;
        self.page().press(By::Choice("A licensed instrument of ours")).await?;
        self.page().press(By::Test("instrument-file")).await?;
        self.page().sees("State the licence").await?;
        self.look_twice("instrument-add").await?;
        self.add_instrument().await?;
        self.switch_on().await
    }

    /// A file that is no questionnaire is refused and says why; a questionnaire of the practice's own comes in.
    async fn add_instrument(&mut self) -> Result<()> {
        self.page().fill(By::Field("By what right do you use it?"), RIGHT).await?;
        let file = self.front.home().join("evening.json");
        std::fs::write(&file, json!({ "resourceType": "Patient" }).to_string())
            .context("another resource")?;
        self.front.pick_file(By::Test("instrument-file"), &file).await?;
        self.page().sees("not a Questionnaire").await?;
        std::fs::write(&file, questionnaire().to_string()).context("a questionnaire")?;
        self.front.pick_file(By::Test("instrument-file"), &file).await?;
        self.page().gone(By::Css("dialog[open]")).await?;
        self.page().sees("Added, and switched off.").await?;
        self.look_twice("slot-filled").await
    }

    /// It is asked only after someone has read its condition.
    async fn switch_on(&mut self) -> Result<()> {
        self.page().press(By::Button(OWN)).await?;
        self.page().press(By::Button("Switch on")).await?;
        self.page().press(By::Test("instrument-accept")).await?;
        self.page().find(By::Css("dialog[open] .field-error:not(:empty)")).await?;
        self.look_twice("instrument-condition").await?;
        self.page().press(By::Css("dialog[open] input[type=checkbox]")).await?;
        self.page().press(By::Test("instrument-accept")).await?;
        self.page().gone(By::Css("dialog[open]")).await?;
        let all = self.ask("instruments.list", json!({})).await?;
        let own = all["instruments"].as_array().and_then(|all| all.iter().find(|one| one["title"] == OWN));
        ensure!(own.is_some_and(|own| own["enabled"] == true), "the core asks it from now on: {own:?}");
        self.page().press(By::Button("Instruments")).await.map(|_| ())
    }

    /// Two questionnaires in an order of one's own.
    async fn make_set(&mut self) -> Result<()> {
        self.page().press(By::Button("Sets")).await?;
        self.page().press(By::Test("set-new")).await?;
        self.page().press(By::Test("set-save")).await?;
        self.page().sees("Give the set a name").await?;
        self.page().fill(By::Field("Name"), SET).await?;
        for title in ["Penn State Worry Questionnaire (PSWQ)", "Patient Health Questionnaire-9 (PHQ-9)"] {
            let script = "const select = document.querySelector('dialog[open] .addable select'); \
                select.value = [...select.options].find((o) => o.text === arguments[0]).value; \
                select.dispatchEvent(new Event('change', { bubbles: true }))";
            self.page().run(script, vec![json!(title)]).await?;
            self.page().press(By::Test("set-add")).await?;
            self.page().find(By::Button(&format!("Take out: {title}"))).await?;
        }
        self.page().press(By::Button("Move up: Patient Health Questionnaire-9 (PHQ-9)")).await?;
        self.page().sees("Patient Health Questionnaire-9 (PHQ-9) is now number 1 of 2").await?;
        self.look_twice("set-dialog").await?;
        self.page().press(By::Test("set-save")).await?;
        self.page().sees(SET).await?;
        self.page().gone(By::Css("dialog[open]")).await?;
        let sets = self.ask("batteries.list", json!({})).await?;
        let own = sets.as_array().and_then(|sets| sets.iter().find(|set| set["name"] == SET));
        let own = own.with_context(|| format!("the core has the set: {sets}"))?;
        ensure!(own["instruments"] == json!(["phq9", "pswq"]), "in the order that was chosen: {own}");
        self.look_twice("sets").await
    }

    /// The set comes due, on the client's page and on Today, and begins with one press.
    async fn plan_it(&mut self) -> Result<()> {
        self.page().press(By::Button("Clients")).await?;
        self.page().press(By::Button(PERSON)).await?;
        self.page().press(By::Test("client-results")).await?;
        self.page().press(By::Button("Plans")).await?;
        self.page().sees("Nothing is planned").await?;
        self.page().press(By::Test("plan-new")).await?;
        self.page().find(By::Field("Due next on")).await?;
        self.look_twice("plan-dialog").await?;
        self.page().press(By::Test("plan-save")).await?;
        self.page().find(By::Test("plan-row")).await?;
        self.look_twice("plans").await?;
        self.page().press(By::Css(".nav-link[href='/']")).await?;
        self.page().find(By::Test("due-row")).await?;
        self.look_twice("today-due").await?;
        self.page().press(By::Css("[data-testid=due-row] .button")).await?;
        self.page().path_when(|path| path.starts_with("/screenings/")).await.map(|_| ())
    }
}

/// A questionnaire as a publisher might hand it out.
fn questionnaire() -> Value {
    let scored = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    let option = |(value, label): (i64, &str)| {
        let points = json!([{ "url": scored, "valueDecimal": value }]);
        json!({ "valueCoding": { "code": value.to_string(), "display": label, "extension": points } })
    };
    let options: Vec<_> = [(0, "Never"), (1, "Sometimes"), (2, "Often")].map(option).into();
    let item = |(id, text): (&str, &str)| json!({ "linkId": id, "text": text, "type": "choice", "answerOption": options });
    let items = [("a", "I lay awake for long"), ("b", "I woke up too early")].map(item);
    json!({
        "resourceType": "Questionnaire",
        "status": "active",
        "title": OWN,
        "name": "EveningQuestionnaire",
        "item": items,
    })
}

/// The first question that is neither answered nor declined, with the value of the wanted option.
fn open_question(form: &Value, answer: usize) -> Option<(Value, Value, Value)> {
    for instrument in form["instruments"].as_array()? {
        for item in instrument["items"].as_array()? {
            if item["answer"].is_null() && item["declined"] != true {
                let value = item["options"].get(answer)?["value"].clone();
                return Some((instrument["id"].clone(), item["id"].clone(), value));
            }
        }
    }
    None
}
