//! Screening from the client's side of the screen: filled in by keyboard, interrupted and gone on with, the supportive
//! screen, and the device handed over and attacked.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Walk;
use crate::{By, Front};

const ENTER: &str = "\u{E007}";
const BACKSPACE: &str = "\u{E003}";
const ESCAPE: &str = "\u{E00C}";
const DOWN: &str = "\u{E015}";
/// Who fills in; invented.
const CLIENT: &str = "Mara Olsen";
/// Someone else on the caseload, of whom nothing may be seen; invented.
const OTHER: &str = "Jonas Petrov";
/// The words of the question that starts the risk protocol are the instrument's own; this is where it stands.
const CRITICAL_ITEM: usize = 9;

/// Walks through filling in, from the first run to the device taken back.
pub async fn filling(front: Front) -> Result<()> {
    let mut walk = Walk::beside(front, "filling")?;
    walk.help_before_anything().await.context("help on the first page of all")?;
    walk.begin_as("Clinician").await.context("the first run")?;
    let ids = walk.add_two_clients().await.context("adding clients")?;
    walk.start_together(&ids).await.context("starting a screening")?;
    walk.fill_in_by_keyboard().await.context("filling in by keyboard")?;
    walk.be_interrupted().await.context("reloaded and killed halfway")?;
    walk.be_supported().await.context("the supportive screen")?;
    walk.come_to_the_end(&ids).await.context("the end of the questions")?;
    walk.hand_over().await.context("handing the device over")?;
    walk.attack(&ids).await.context("attacking the hand-over")?;
    walk.fill_in_handed_over().await.context("filling in while handed over")?;
    walk.take_back().await.context("taking the device back")?;
    walk.front.finish().await
}

/// Walks a client's own vault: the first page, a screening of their own, the safety plan.
pub async fn own_vault(front: Front) -> Result<()> {
    let mut walk = Walk::beside(front, "own vault")?;
    walk.begin_as("Client").await.context("the first run")?;
    walk.write_plan().await.context("writing a safety plan")?;
    walk.fill_in_own().await.context("a screening of one’s own")?;
    walk.help_at_the_door().await.context("help while the vault is locked")?;
    walk.front.finish().await
}

impl Walk {
    async fn help_before_anything(&mut self) -> Result<()> {
        self.page().press(By::Test("help-now")).await?;
        self.page().find(By::Test("help-emergency")).await?;
        self.look_twice("help-first-run").await?;
        self.page().press(By::Test("help-close")).await?;
        self.page().gone(By::Css("dialog[open]")).await
    }

    /// Answers the ids of the two.
    async fn add_two_clients(&self) -> Result<[String; 2]> {
        let mut ids = [String::new(), String::new()];
        for (id, name) in ids.iter_mut().zip([CLIENT, OTHER]) {
            let (given, family) = name.split_once(' ').context("a name has two parts")?;
            let details = json!({ "given_name": given, "family_name": family });
            let client = self.ask("clients.create", json!({ "details": details })).await?;
            *id = client["id"].as_str().context("a client has an id")?.to_owned();
        }
        Ok(ids)
    }

    async fn open_record(&self) -> Result<()> {
        self.page().press(By::Button("Clients")).await?;
        self.page().press(By::Button(CLIENT)).await
    }

    async fn start_together(&mut self, ids: &[String; 2]) -> Result<()> {
        self.open_record().await?;
        self.page().press(By::Test("screening-start")).await?;
        self.page().press(By::Test("start-begin")).await?;
        self.page().sees("Choose what is filled in.").await?;
        self.page().press(By::Choice("Single instruments")).await?;
        self.page().sees("PHQ-15").await?;
        self.look_twice("start").await?;
        self.page().press(By::Choice("Intake")).await?;
        self.page().press(By::Test("start-begin")).await?;
        self.page().path_when(|path| path.starts_with("/screenings/")).await?;
        let list = self.ask("screenings.list", json!({ "client_id": ids[0] })).await?;
        ensure!(list[0]["status"] == "open" && list[0]["name"] == "Intake", "it was begun: {list}");
        Ok(())
    }

    /// The form of the screening, as the core has it.
    async fn form(&self) -> Result<Value> {
        let list = self.page().run("return location.pathname.split('/')[2]", vec![]).await?;
        self.ask("screenings.form", json!({ "screening_id": list })).await
    }

    /// The question a person is at, counted from 1, once the keyboard is at its heading.
    async fn at_question(&self, number: usize) -> Result<()> {
        let script = "const at = document.activeElement.closest('.question')?.querySelector('.question-stands'); \
            return at ? at.innerText : ''";
        let wanted = format!("Question {number} of ");
        self.page()
            .until(&format!("the keyboard to be at question {number}"), async || {
                let found = self.page().run(script, vec![]).await?;
                Ok(found.as_str().unwrap_or_default().starts_with(&wanted).then_some(()))
            })
            .await
    }

    /// Digits choose, Enter goes on, Backspace goes back; typed faster than anyone can, nothing is lost or put elsewhere.
    async fn fill_in_by_keyboard(&mut self) -> Result<()> {
        self.at_question(1).await?;
        self.look_twice("question").await?;
        self.page().keys(ENTER).await?;
        self.page().sees("Choose an answer, or say that you would rather not answer.").await?;
        self.page().keys(&format!("1{ENTER}3{ENTER}0{ENTER}2{ENTER}")).await?;
        self.at_question(5).await?;
        let form = self.form().await?;
        let answer = |at: usize| form["instruments"][0]["items"][at]["answer"].as_f64();
        let given: Vec<Option<f64>> = (0..5).map(answer).collect();
        ensure!(given == [Some(1.0), Some(3.0), Some(0.0), Some(2.0), None], "as typed: {given:?}");
        self.page().keys(BACKSPACE).await?;
        self.at_question(4).await?;
        let checked =
            "return document.querySelector('.answers input:checked')?.closest('label').innerText ?? ''";
        let label = self.page().run(checked, vec![]).await?;
        ensure!(label.as_str().unwrap_or_default().contains("More than half the days"), "it stands: {label}");
        // Arrows are the browser's own: they move within the answers and choose.
        self.page().keys("\t").await?;
        self.page().keys(DOWN).await?;
        self.page().sees("Saved").await?;
        self.page().keys(ENTER).await?;
        self.at_question(5).await?;
        let form = self.form().await?;
        ensure!(
            form["instruments"][0]["items"][3]["answer"].as_f64() == Some(3.0),
            "the arrow chose the next: {form}"
        );
        self.page().press(By::Test("decline")).await?;
        self.page().sees("You chose not to answer this question.").await?;
        self.look_twice("question-declined").await?;
        self.page().press(By::Test("fill-next")).await?;
        self.at_question(6).await
    }

    /// A reload, and the program killed: the form is where it was.
    async fn be_interrupted(&mut self) -> Result<()> {
        self.page().keys("2").await?;
        self.page()
            .until("the answer to be kept", async || {
                Ok((self.form().await?["instruments"][0]["items"][5]["answer"].as_f64() == Some(2.0))
                    .then_some(()))
            })
            .await?;
        self.front.load(None).await?;
        self.at_question(7).await.context("after a reload")?;
        self.page().keys(&format!("1{ENTER}")).await?;
        self.at_question(8).await?;
        self.kill_and_go_on().await?;
        self.at_question(8).await.context("after the program was killed")?;
        let form = self.form().await?;
        ensure!(form["screening"]["answered"] == 7, "seven answers are kept: {}", form["screening"]);
        self.look("question-resumed").await
    }

    /// Some questionnaires on, the program is killed again: every answer is there, and the next question comes.
    async fn be_killed_halfway(&mut self) -> Result<()> {
        const ANSWERED: usize = 20;
        self.page().press(By::Css(".question-text")).await?;
        ensure!(self.answer_some("0", ANSWERED).await? == ANSWERED, "the battery is longer than that");
        let before = self.form().await?;
        self.kill_and_go_on().await?;
        let after = self.form().await?;
        ensure!(after["instruments"] == before["instruments"], "all answers of all questionnaires are kept");
        let count = after["screening"]["answered"].as_u64().unwrap_or_default();
        ensure!(count >= 28, "more than one questionnaire is behind: {}", after["screening"]);
        // What was told before is not forgotten: help comes first again.
        self.page().sees("Thank you for telling us").await?;
        self.page().press(By::Test("help-close")).await?;
        self.page().gone(By::Css("dialog[open]")).await?;
        self.look("battery-resumed").await
    }

    /// Kills the program without warning, unlocks and comes back to the questions.
    async fn kill_and_go_on(&mut self) -> Result<()> {
        self.front.kill_and_restart().await?;
        self.page().fill(By::Field("Passphrase"), self.passphrase).await?;
        self.page().press(By::Button("Unlock")).await?;
        self.page().find(By::Button("Lock")).await?;
        if !self.page().path().await?.starts_with("/screenings/") {
            // A window begins at its first page again; the record knows what was not finished.
            self.open_record().await?;
            self.page().press(By::Test("screening-start")).await?;
            self.page().press(By::Button("Go on")).await?;
        }
        self.page().find(By::Css(".question-text")).await.map(|_| ())
    }

    /// The answer that starts the risk protocol shows help at once; keys typed on reach nothing.
    async fn be_supported(&mut self) -> Result<()> {
        self.page().keys(&format!("0{ENTER}")).await?;
        self.at_question(CRITICAL_ITEM).await?;
        self.page().keys("1").await?;
        self.page().sees("Thank you for telling us").await?;
        self.page().find(By::Test("help-emergency")).await?;
        self.look_twice("supportive").await?;
        self.page().keys(&format!("3{ENTER}")).await?;
        ensure!(self.page().has(By::Test("help-close")).await?, "keys typed on do not press it away");
        self.page().press(By::Test("help-plan")).await?;
        self.page().sees("No safety plan has been written yet").await?;
        self.look_twice("supportive-plan").await?;
        self.page().press(By::Button("Back to the helplines")).await?;
        self.page().press(By::Test("help-close")).await?;
        self.page().gone(By::Css("dialog[open]")).await?;
        let form = self.form().await?;
        ensure!(
            form["instruments"][0]["items"][8]["answer"].as_f64() == Some(1.0),
            "the answer is as it was given"
        );
        ensure!(form["supportive"] == true, "and the core knows");
        // Whoever closed it finds it again at any time, and Escape closes it too.
        self.page().press(By::Test("help-now")).await?;
        self.page().sees("You do not have to be in danger to call.").await?;
        self.page().keys(ESCAPE).await?;
        self.page().gone(By::Css("dialog[open]")).await
    }

    async fn come_to_the_end(&mut self, ids: &[String; 2]) -> Result<()> {
        self.page().press(By::Css(".fill-look > summary")).await?;
        self.page().press(By::Choice("All questions of a form on one page")).await?;
        self.page().find(By::Css(".form-questions .question:nth-of-type(2)")).await?;
        self.look_twice("whole-page").await?;
        self.page().press(By::Choice("One question at a time")).await?;
        self.page().find(By::Test("fill-next")).await?;
        self.be_killed_halfway().await.context("killed halfway through the battery")?;
        self.page().press(By::Css(".question-text")).await?;
        self.answer_to_the_end("0").await?;
        self.page().sees("Almost done").await?;
        self.page()
            .fill(By::Field("Is there anything you would like to add?"), "Sleep is the worst part.")
            .await?;
        self.page().sees("you chose not to answer").await?;
        self.look_twice("end").await?;
        self.page().press(By::Css(".review-link")).await?;
        self.at_question(5).await?;
        self.page().keys(&format!("2{ENTER}")).await?;
        self.at_question(6).await?;
        self.page().press(By::Test("help-now")).await?;
        self.page().press(By::Button("Stop here and finish")).await?;
        self.page().sees("Every question has an answer.").await?;
        self.page().press(By::Test("fill-finish")).await?;
        self.page().find(By::Button("See the results")).await?;
        self.look_twice("thanks").await?;
        let list = self.ask("screenings.list", json!({ "client_id": ids[0] })).await?;
        ensure!(list[0]["status"] == "completed", "it is finished: {list}");
        Ok(())
    }

    /// Answers one question after the other, from the one the keyboard is at.
    async fn answer_to_the_end(&self, digit: &str) -> Result<()> {
        const MANY: usize = 100;
        ensure!(self.answer_some(digit, MANY).await? < MANY, "a hundred answers lead to no end");
        Ok(())
    }

    /// Answers at most so many questions, and tells how many there were.
    async fn answer_some(&self, digit: &str, most: usize) -> Result<usize> {
        const AT: &str = "return document.activeElement.id";
        for answered in 0..most {
            let before = self.page().run(AT, vec![]).await?;
            if before == "fill-end" {
                return Ok(answered);
            }
            self.page().keys(&format!("{digit}{ENTER}")).await?;
            let moved = async || Ok((self.page().run(AT, vec![]).await? != before).then_some(()));
            self.page().until("the keyboard to move on", moved).await?;
        }
        Ok(most)
    }

    async fn hand_over(&mut self) -> Result<()> {
        self.open_record().await?;
        self.page().press(By::Test("screening-start")).await?;
        self.page().press(By::Choice("Intake")).await?;
        self.page().press(By::Choice("The client, with the device handed over")).await?;
        self.look_twice("start-hand-over").await?;
        self.page().press(By::Test("start-begin")).await?;
        self.page().find(By::Test("take-back")).await?;
        self.at_question(1).await?;
        let status = self.ask("vault.status", json!({})).await?;
        ensure!(
            status["handed_over"].is_string() && status["owner"].is_null(),
            "it is handed over: {status}"
        );
        self.look_twice("handed-over").await
    }

    /// Only the questions are there: no page, no name, no way out.
    async fn only_the_questions(&self, after: &str) -> Result<()> {
        self.page().find(By::Test("take-back")).await.with_context(|| format!("after {after}"))?;
        self.page().find(By::Css(".question-text")).await.with_context(|| format!("after {after}"))?;
        let text = self.page().text().await?;
        for hidden in [OTHER, CLIENT, "Clients", "Today", "Audit log", "Security"] {
            ensure!(!text.contains(hidden), "after {after} the page says {hidden}: {text}");
        }
        let there = "return document.querySelectorAll('nav, .nav-link, .palette, dialog[open]').length";
        ensure!(self.page().run(there, vec![]).await? == 0, "after {after} there is a way somewhere");
        let title = self.page().run("return document.title", vec![]).await?;
        ensure!(title == "Questions · Attune", "after {after} the window is called {title}");
        Ok(())
    }

    /// Back, addresses, reload, shortcuts, and commands sent directly.
    async fn attack(&mut self, ids: &[String; 2]) -> Result<()> {
        self.only_the_questions("handing over").await?;
        for steps in [-1, -2, 1] {
            self.page().run("history.go(arguments[0])", vec![json!(steps)]).await?;
            self.only_the_questions("going through the history").await?;
        }
        for path in
            ["/", "/clients", &format!("/clients/{}", ids[1]), "/practice/security", "/practice/audit"]
        {
            self.page()
                .run(
                    "history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))",
                    vec![json!(path)],
                )
                .await?;
            self.only_the_questions(path).await?;
            self.front.load(Some(path)).await?;
            self.only_the_questions(&format!("{path} typed")).await?;
            self.front.load(None).await?;
            self.only_the_questions(&format!("{path} loaded again")).await?;
        }
        for key in ["k", "l", "p", "K"] {
            self.page().keys(&format!("\u{E009}{key}\u{E000}")).await?;
            self.only_the_questions(&format!("Control and {key}")).await?;
        }
        self.refuse_commands(ids).await?;
        self.front.kill_and_restart().await?;
        self.page().fill(By::Field("Passphrase"), self.passphrase).await?;
        self.page().press(By::Button("Unlock")).await?;
        self.only_the_questions("the program was killed and unlocked").await?;
        self.refuse_commands(ids).await
    }

    async fn refuse_commands(&self, ids: &[String; 2]) -> Result<()> {
        let plan = json!({ "client_id": ids[0], "version": 0, "plan": {} });
        for (name, body) in [
            ("clients.list", json!({})),
            ("clients.get", json!({ "client_id": ids[0] })),
            ("sessions.list", json!({})),
            ("search.find", json!({ "query": "Petrov", "limit": 5 })),
            ("screenings.list", json!({ "client_id": ids[0] })),
            ("screenings.start", json!({ "client_id": ids[0], "battery": "weekly" })),
            ("risk.alerts", json!({})),
            ("safety_plans.save", plan),
            ("safety_plans.get", json!({ "client_id": ids[1] })),
            ("audit.list", json!({ "page": { "offset": 0, "limit": 5 } })),
            (
                "vault.change_passphrase",
                json!({ "current": self.passphrase, "new": "another one altogether" }),
            ),
            ("vault.set_auto_lock", json!({ "minutes": 60 })),
        ] {
            let message = self.refused(name, body, "handed_over").await?;
            ensure!(!message.contains("Petrov"), "{name} tells nothing: {message}");
        }
        self.ask("safety_plans.get", json!({ "client_id": ids[0] })).await?;
        self.ask("risk.helplines", json!({ "country": "GB" })).await.map(|_| ())
    }

    async fn fill_in_handed_over(&mut self) -> Result<()> {
        self.page().press(By::Css(".question-text")).await?;
        self.page().keys(&format!("0{ENTER}")).await?;
        self.at_question(2).await?;
        self.page().press(By::Test("help-now")).await?;
        self.page().press(By::Test("help-plan")).await?;
        self.page().sees("No safety plan has been written yet").await?;
        ensure!(!self.page().has(By::Button("Change it")).await?, "a plan is read, not changed, meanwhile");
        self.page().press(By::Test("help-close")).await?;
        self.page().gone(By::Css("dialog[open]")).await
    }

    async fn take_back(&mut self) -> Result<()> {
        self.page().press(By::Test("take-back")).await?;
        self.page().fill(By::Field("Passphrase"), "not the passphrase at all").await?;
        self.page().press(By::Button("Take back")).await?;
        self.page().sees("That is not the passphrase of this vault.").await?;
        self.look_twice("take-back-wrong").await?;
        let status = self.ask("vault.status", json!({})).await?;
        ensure!(status["handed_over"].is_string(), "a wrong passphrase takes nothing back: {status}");
        self.page().fill(By::Field("Passphrase"), self.passphrase).await?;
        self.page().press(By::Button("Take back")).await?;
        self.page().find(By::Button("Lock")).await?;
        let status = self.ask("vault.status", json!({})).await?;
        ensure!(status["handed_over"].is_null() && status["owner"].is_object(), "it is taken back: {status}");
        self.open_record().await?;
        self.page().sees(CLIENT).await
    }

    async fn write_plan(&mut self) -> Result<()> {
        self.page().sees("Nothing is due").await?;
        self.look_twice("home").await?;
        self.page().press(By::Button("Open the safety plan")).await?;
        let first = "[aria-label=\"Warning signs, line 1\"]";
        self.page().fill(By::Css(first), "I stop answering messages").await?;
        self.page().keys(ENTER).await?;
        self.page().fill(By::Css("[aria-label=\"Warning signs, line 2\"]"), "I lie awake past three").await?;
        self.page().sees("Saved").await?;
        self.page().press(By::Css("[aria-label=\"Move line 2 up\"]")).await?;
        let lines = self.page().run(
            "return [...document.querySelector('.plan-lines').querySelectorAll('input')].map((one) => one.value)",
            vec![],
        );
        ensure!(
            lines.await? == json!(["I lie awake past three", "I stop answering messages"]),
            "lines change places"
        );
        self.page().fill(By::Css("[aria-label=\"What I live for, line 1\"]"), "My sister’s children").await?;
        let own = self.ask("clients.own", json!({})).await?["id"].clone();
        self.page()
            .until("the plan to be kept", async || {
                let plan = self.ask("safety_plans.get", json!({ "client_id": own })).await?;
                let kept = plan["plan"]["reasons"] == json!(["My sister’s children"])
                    && plan["plan"]["warning_signs"][0] == "I lie awake past three";
                Ok(kept.then_some(()))
            })
            .await?;
        self.look_twice("safety-plan").await?;
        self.look_on_paper("safety-plan").await
    }

    async fn fill_in_own(&mut self) -> Result<()> {
        self.page().press(By::Css(".breadcrumb a")).await?;
        self.page().press(By::Button("Choose another form")).await?;
        self.page().press(By::Choice("Single instruments")).await?;
        let phq4 = "Patient Health Questionnaire-4 (PHQ-4)";
        self.page().press(By::Choice(phq4)).await?;
        self.look_twice("start-own").await?;
        self.page().press(By::Test("start-begin")).await?;
        self.at_question(1).await?;
        self.page().keys(&format!("0{ENTER}")).await?;
        self.at_question(2).await?;
        self.page().press(By::Css(".breadcrumb a")).await?;
        self.page().sees("1 of 4 questions answered").await?;
        self.look_twice("home-open").await?;
        self.page().press(By::Button("Go on")).await?;
        self.at_question(2).await?;
        self.page().keys(&format!("1{ENTER}2{ENTER}3{ENTER}")).await?;
        self.page().sees("Every question has an answer.").await?;
        self.page().press(By::Test("fill-finish")).await?;
        self.page().find(By::Button("See the results")).await?;
        self.page().press(By::Button("Back to the start")).await?;
        self.page().sees("Filled in before").await?;
        self.look_twice("home-past").await
    }

    async fn help_at_the_door(&mut self) -> Result<()> {
        self.page().press(By::Button("Lock")).await?;
        self.page().find(By::Button("I forgot the passphrase")).await?;
        self.page().press(By::Test("help-now")).await?;
        self.page().find(By::Test("help-emergency")).await?;
        ensure!(!self.page().has(By::Test("help-plan")).await?, "the plan is behind the lock");
        self.look_twice("help-locked").await?;
        self.page().keys(ESCAPE).await?;
        self.page().gone(By::Css("dialog[open]")).await?;
        self.look_twice("locked").await
    }
}
