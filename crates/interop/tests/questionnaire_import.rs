//! Questionnaires in the common ways of writing them, and hostile ones.

mod questionnaires;

use clinical::screening::{LicenceClass, SubscaleValue, score};
use interop::fhir::{ImportError, MAX_BYTES, import_questionnaire};
use proptest::prelude::*;
use questionnaires::{
    CALCULATED, ORDINAL, STATEMENT, WEIGHT, answers, asked, computed, form, import, option, question,
    refusal, scored_by, variable, with,
};
use serde_json::{Value, json};

#[test]
fn a_pack_says_where_it_comes_from_and_under_what_licence() {
    let instrument = import(&form(vec![question("q1")])).expect("an instrument");
    assert_eq!(
        (instrument.id.as_str(), instrument.title.as_str()),
        ("sleep-restscale", "A scale of rest"),
        "named"
    );
    assert_eq!(instrument.licence.class, LicenceClass::PermissionRequired, "it is nobody’s but its owner’s");
    assert!(
        !instrument.licence.bundle && instrument.licence.evidence.ends_with(STATEMENT),
        "the practice answers for it"
    );
    assert_eq!(instrument.licence.attribution, "© The authors", "its credit is shown");
    assert!(!instrument.scoring.has_total && instrument.bands.is_empty(), "what is not said is not invented");
    assert!(
        instrument.notes.iter().any(|note| note.contains("no total")),
        "and that is told: {:?}",
        instrument.notes
    );
    assert_eq!(instrument.label(&instrument.items[0], 2.0), Some("Often"), "values belong to labels");
}

#[test]
fn every_usual_way_to_write_a_sum_is_understood() {
    let lforms = |link: &str| {
        format!(
            "%questionnaire.item.where(linkId = '{link}').answerOption.where(valueCoding.code=%resource.item\
             .where(linkId = '{link}').answer.valueCoding.code).extension.where(url='{ORDINAL}').valueDecimal"
        )
    };
    let cases = [
        "%resource.item.where(linkId='q1' or linkId='q2').answer.value.weight().sum()".to_owned(),
        "%resource.item.where(linkId != 'other').answer.value.ordinal().sum()".to_owned(),
        "%resource.item.where(linkId.startsWith('q')).answer.weight().sum()".to_owned(),
        "%resource.descendants().where(linkId.matches('^q[1-9]$')).answer.value.ordinal().sum()".to_owned(),
        "%resource.repeat(item).where(linkId in ('q1'|'q2')).answer.ordinalValue().aggregate($this + $total, 0)".to_owned(),
        "QuestionnaireResponse.item.where(linkId.matches('q\\\\d')).answer.value.ordinal()\
         .aggregate(iif($total.empty(), $this, $this + $total))".to_owned(),
        format!("%resource.item.where(linkId in ('q1' | 'q2')).answer.value.extension('{ORDINAL}').value.sum()"),
        format!("%resource.item.where(linkId='q1').answer.valueCoding.extension.where(url='{ORDINAL}').valueDecimal \
                 + %resource.item.where(linkId='q2').answer.valueCoding.extension.where(url='{ORDINAL}').valueDecimal"),
        "iif(%resource.item.where(linkId='q1').answer.value.exists(), %resource.item.where(linkId='q1').answer.value\
         .ordinal(), 0) + %resource.item.where(linkId='q2').answer.value.ordinal()".to_owned(),
        "%resource.item.where(linkId='q1' or linkId='q2').select(answer.value.ordinal()).sum()".to_owned(),
        format!("{} + {}", lforms("q1"), lforms("q2")),
        format!(
            "%resource.item.descendants().where(linkId.startsWith('q')).answer.valueCoding.extension\
             .where(url='{ORDINAL}').valueDecimal.sum()"
        ),
        "%resource.item.where(linkId in ('q1'|'q2')).answer.value.extension(%`ext-ordinalValue`).value.sum()"
            .to_owned(),
        "%resource.item.where(linkId='q1').answer.first().value.ordinal() + %resource.item.where(linkId='q2').answer[0].weight()"
            .to_owned(),
    ];
    for expression in &cases {
        let instrument = scored_by(expression);
        assert!(instrument.scoring.has_total, "{expression} is a sum");
        assert_eq!((instrument.scoring.min, instrument.scoring.max), (Some(0.0), Some(6.0)), "{expression}");
        let scored: Vec<_> =
            instrument.items.iter().filter(|item| item.scored).map(|item| item.id.as_str()).collect();
        assert_eq!(scored, ["q1", "q2"], "{expression} is a sum of two");
        assert_eq!(
            score(&instrument, &answers(&[("q1", 3.0), ("q2", 2.0)])).total,
            Some(5.0),
            "{expression}"
        );
        assert_eq!(
            score(&instrument, &answers(&[("q1", 3.0)])).total,
            None,
            "what is missing is not made up"
        );
    }
}

#[test]
fn sums_of_variables_are_understood() {
    let score_of = |link: &str| {
        format!(
            "%questionnaire.item.where(linkId = '{link}').answerOption.where(valueCoding.code=%resource.item\
             .where(linkId = '{link}').answer.valueCoding.code).extension.where(url='{ORDINAL}').value"
        )
    };
    let sum = "iif(%any_questions_answered, iif(%a.exists(), %a, 0) + iif(%b.exists(), %b, 0), {})";
    let mut total = computed("total", sum);
    let extensions = total["extension"].as_array_mut().expect("a list");
    extensions.push(variable("a", &score_of("q1")));
    extensions.push(variable("b", &score_of("q2")));
    extensions.push(variable("any_questions_answered", "%a.exists() or %b.exists()"));
    let instrument = import(&form(vec![question("q1"), question("q2"), total])).expect("an instrument");
    assert_eq!(
        score(&instrument, &answers(&[("q1", 1.0), ("q2", 3.0)])).total,
        Some(4.0),
        "variables of the item"
    );
    let mut form = form(vec![question("q1"), question("q2"), computed("total", "%raw * 2")]);
    form["extension"] = json!([variable("raw", "%resource.item.answer.value.ordinal().sum()")]);
    let instrument = import(&form).expect("an instrument");
    assert_eq!(
        score(&instrument, &answers(&[("q1", 1.0), ("q2", 3.0)])).total,
        Some(8.0),
        "of the form, and doubled"
    );
    assert_eq!(instrument.scoring.max, Some(12.0), "the bounds follow");
    let group = json!({
        "linkId": "g", "type": "group",
        "extension": [variable("own", "%context.item.where(linkId != 't').answer.value.weight().aggregate($this + $total, 0)")],
        "item": [question("q1"), question("q2"), computed("t", "%own")],
    });
    let instrument = import(&questionnaires::form(vec![group, question("q3")])).expect("an instrument");
    assert_eq!(
        score(&instrument, &answers(&[("q1", 1.0), ("q2", 3.0)])).total,
        Some(4.0),
        "of a group, and its items only"
    );
}

#[test]
fn reversed_items_means_and_counts_are_understood() {
    let ordinal = |link: &str| format!("%resource.item.where(linkId='{link}').answer.value.ordinal()");
    let reversed = scored_by(&format!("{} + (3 - {})", ordinal("q1"), ordinal("q2")));
    assert_eq!(score(&reversed, &answers(&[("q1", 1.0), ("q2", 0.0)])).total, Some(4.0), "1 + (3 − 0)");
    let mean = scored_by("%resource.item.where(linkId != 'other').answer.value.ordinal().sum() / 2");
    assert_eq!(score(&mean, &answers(&[("q1", 1.0), ("q2", 2.0)])).total, Some(1.5), "a mean");
    let mean = scored_by("%resource.item.where(linkId != 'other').answer.value.ordinal().avg()");
    assert_eq!(score(&mean, &answers(&[("q1", 3.0), ("q2", 2.0)])).total, Some(2.5), "the same by its name");
    let yes = |link: &str| json!({ "linkId": link, "type": "boolean", "text": "Was it so?" });
    let count = "%resource.item.where(answer.value = true).count()";
    let count = import(&form(vec![yes("q1"), yes("q2"), computed("n", count)])).expect("an instrument");
    assert_eq!(
        score(&count, &answers(&[("q1", 1.0), ("q2", 0.0)])).total,
        Some(1.0),
        "how often yes was said"
    );
    let number = |link: &str| {
        let bound = |name: &str, value: i64| {
            json!({
                "url": format!("http://hl7.org/fhir/StructureDefinition/{name}"), "valueInteger": value,
            })
        };
        json!({
            "linkId": link, "type": "integer", "text": "From 0 to 10?",
            "extension": [bound("minValue", 0), bound("maxValue", 10)],
        })
    };
    let sum = "%resource.item.where(linkId = 'n1' or linkId = 'n2').answer.value.sum()";
    let sum = import(&form(vec![number("n1"), number("n2"), computed("n", sum)])).expect("an instrument");
    assert_eq!(
        score(&sum, &answers(&[("n1", 7.0), ("n2", 10.0)])).total,
        Some(17.0),
        "numbers stand for themselves"
    );
}

#[test]
fn what_is_no_plain_score_gives_none_and_says_so() {
    let cases = [
        "%resource.item.answer.value.ordinal().sum() + 1",
        "%resource.item.answer.value.ordinal().first()",
        "%resource.item.where(linkId != 'other').answer.first().value.weight().sum()",
        "3 - %resource.item.where(linkId='q1').answer.value.ordinal() * %resource.item.where(linkId='q2').answer.value.ordinal()",
        "iif(%resource.item.answer.value.ordinal().sum() > 2, 1, 0)",
        "2 - %resource.item.where(linkId='q1').answer.value.ordinal()",
        "%resource.item.answer.value.ordinal().distinct().sum()",
        "%resource.item.where(linkId='nobody').answer.value.ordinal().sum()",
        "%resource.item.answer.value.extension('http://example.org/else').value.sum()",
        "%unknown + 1",
        "%resource.item.where(linkId='total').answer.value",
        "sum(",
        "",
        "((((",
        "'unterminated",
        "%resource.item.answer.value.sum()",
    ];
    for expression in cases {
        let instrument = scored_by(expression);
        assert!(!instrument.scoring.has_total, "{expression} is no score to be trusted");
        assert!(
            instrument.notes.iter().any(|note| note.contains("left out")),
            "{expression}: {:?}",
            instrument.notes
        );
    }
}

#[test]
fn parts_of_a_score_are_further_scores() {
    let sum = |links: &str| format!("%resource.item.where(linkId in ({links})).answer.value.ordinal().sum()");
    let named =
        |link: &str, text: &str, expression: &str| with(computed(link, expression), "text", json!(text));
    let items = vec![
        question("q1"),
        question("q2"),
        question("q3"),
        named("fear", "Fear", &sum("'q1'|'q2'")),
        named("flight", "Flight", &sum("'q3'")),
        named(
            "all",
            "Total",
            "%resource.item.where(linkId = 'fear' or linkId = 'flight').answer.value.sum()",
        ),
    ];
    let instrument = import(&form(items)).expect("an instrument");
    let score = score(&instrument, &answers(&[("q1", 1.0), ("q2", 2.0), ("q3", 3.0)]));
    assert_eq!(score.total, Some(6.0), "a sum of sums");
    assert_eq!(score.subscale("fear"), Some(&SubscaleValue::Number(3.0)), "a part");
    assert_eq!(score.subscale("flight"), Some(&SubscaleValue::Number(3.0)), "another");
}

#[test]
fn groups_and_displayed_texts_become_stems() {
    let group = json!({
        "linkId": "g", "type": "group", "text": "In the last week …",
        "item": [
            question("q1"),
            { "linkId": "d2", "type": "display", "text": "And at work:" },
            with(question("q2"), "item", json!([{ "linkId": "h", "type": "display", "text": "Paid work only." }])),
        ],
    });
    let items = vec![
        json!({ "linkId": "d1", "type": "display", "text": "Please answer every question." }),
        group,
        computed("t", "%resource.item.where(linkId != 't').answer.value.weight().sum()"),
        json!({ "linkId": "d3", "type": "display", "text": "Thank you." }),
        json!({
            "linkId": "d4", "type": "display", "text": "You are rested.",
            "enableWhen": [{ "question": "t", "operator": ">", "answerDecimal": 4 }],
        }),
    ];
    let instrument = import(&form(items)).expect("an instrument");
    assert_eq!(
        instrument.instructions, "Please answer every question.",
        "what comes first is an instruction"
    );
    let stems: Vec<_> = instrument.items.iter().map(|item| item.stem.as_deref()).collect();
    let second = "In the last week …\nAnd at work:\nPaid work only.";
    assert_eq!(stems, [Some("In the last week …"), Some(second)], "what stands above a question");
    assert!(
        instrument.scoring.has_total,
        "a sum that looks for its items beside the group means those inside"
    );
    for lost in ["Thank you.", "You are rested."] {
        let told = instrument.notes.iter().any(|note| note.ends_with(lost));
        assert!(told, "{lost} is told of: {:?}", instrument.notes);
    }
}

#[test]
fn answers_come_from_contained_value_sets_too() {
    let concept = |code: &str, display: &str, points: f64| {
        json!({
            "code": code, "display": display, "extension": [{ "url": ORDINAL, "valueDecimal": points }],
        })
    };
    let listed = json!({
        "resourceType": "ValueSet", "id": "often",
        "compose": { "include": [{ "system": "urn:example", "concept": [concept("n", "Never", 0.0), concept("a", "Always", 4.0)] }] },
    });
    let expanded = json!({
        "resourceType": "ValueSet", "id": "much", "url": "http://example.org/much",
        "expansion": { "contains": [{ "system": "urn:much", "code": "x" }, { "system": "urn:much", "code": "y" }] },
    });
    let system = json!({
        "resourceType": "CodeSystem", "url": "urn:much",
        "concept": [
            { "code": "x", "display": "Little", "property": [{ "code": "itemWeight", "valueDecimal": 1 }] },
            { "code": "y", "display": "Much", "property": [{ "code": "itemWeight", "valueDecimal": 2 }] },
        ],
    });
    let choice = |link: &str, source: &str| json!({ "linkId": link, "type": "choice", "text": "?", "answerValueSet": source });
    let mut form = form(vec![
        choice("q1", "#often"),
        choice("q2", "http://example.org/much|1"),
        computed("t", "%resource.item.answer.weight().sum()"),
    ]);
    form["contained"] = json!([listed, expanded, system]);
    let instrument = import(&form).expect("an instrument");
    assert_eq!(
        score(&instrument, &answers(&[("q1", 4.0), ("q2", 2.0)])).total,
        Some(6.0),
        "values from both"
    );
    form["contained"] = json!([]);
    assert!(
        refusal(&form).contains("item “q1”") && refusal(&form).contains("not part of the file"),
        "{}",
        refusal(&form)
    );
}

#[test]
fn conditions_decide_what_is_asked() {
    let coding = |code: &str| json!({ "system": "urn:example", "code": code });
    let when = |question: &str, operator: &str, code: &str| json!({ "question": question, "operator": operator, "answerCoding": coding(code) });
    let either = with(
        with(question("q3"), "enableWhen", json!([when("q1", "=", "a3"), when("q2", "!=", "a0")])),
        "enableBehavior",
        json!("any"),
    );
    let inside = json!({
        "linkId": "g", "type": "group",
        "enableWhen": [{ "question": "q3", "operator": "exists", "answerBoolean": true }],
        "item": [with(question("q4"), "enableWhen", json!([when("q1", "=", "a3")]))],
    });
    let sum = "%resource.descendants().where(linkId.startsWith('q')).answer.value.ordinal().sum()";
    let instrument =
        import(&form(vec![question("q1"), question("q2"), either, inside, computed("t", sum)])).expect("one");
    assert_eq!(asked(&instrument, &[("q1", 1.0), ("q2", 0.0)]), ["q1", "q2"], "neither holds");
    assert_eq!(asked(&instrument, &[("q1", 1.0), ("q2", 2.0)]), ["q1", "q2", "q3"], "one holds");
    assert_eq!(
        asked(&instrument, &[("q1", 3.0), ("q2", 0.0), ("q3", 1.0)]),
        ["q1", "q2", "q3", "q4"],
        "group and item"
    );
    assert_eq!(
        score(&instrument, &answers(&[("q1", 1.0), ("q2", 0.0)])).total,
        Some(1.0),
        "what is not asked counts nothing"
    );
    let number = json!({ "linkId": "n", "type": "integer", "text": "?", "answerOption": [
        { "valueInteger": 1 }, { "valueInteger": 2 }, { "valueInteger": 5 },
    ] });
    for (operator, shown) in [
        (">", [false, false, true]),
        (">=", [false, true, true]),
        ("<", [true, false, false]),
        ("<=", [true, true, false]),
    ] {
        let item = with(
            question("q"),
            "enableWhen",
            json!([{ "question": "n", "operator": operator, "answerInteger": 2 }]),
        );
        let instrument = import(&form(vec![number.clone(), item])).expect("an instrument");
        for (value, shown) in [1.0, 2.0, 5.0].into_iter().zip(shown) {
            assert_eq!(asked(&instrument, &[("n", value)]).len() == 2, shown, "{value} {operator} 2");
        }
    }
}

#[test]
fn equal_scores_keep_their_answers_apart() {
    let options = [("a", "Never", 0.0), ("b", "Rarely", 0.0), ("c", "Often", 1.0)];
    let options: Vec<_> =
        options.iter().map(|(code, label, points)| option(code, label, WEIGHT, *points)).collect();
    let item = with(question("q1"), "answerOption", json!(options));
    let total = computed("t", "%resource.item.answer.weight().sum()");
    let instrument = import(&form(vec![item, total])).expect("an instrument");
    let totals = [0.0, 1.0, 2.0].map(|value| score(&instrument, &answers(&[("q1", value)])).total);
    assert_eq!(totals, [Some(0.0), Some(0.0), Some(1.0)], "three answers, two scores");
}

#[test]
fn what_cannot_be_kept_is_refused_with_its_place() {
    let typed = |kind: &str| with(question("q9"), "type", json!(kind));
    let when = |condition: Value| with(question("q9"), "enableWhen", json!([condition]));
    let extended = |url: &str| with(question("q9"), "extension", json!([{ "url": url }]));
    let halves =
        vec![option("a", "A", ORDINAL, 0.0), json!({ "valueCoding": { "code": "b", "display": "B" } })];
    let cases = [
        (typed("open-choice"), "open-choice"),
        (typed("string"), "string"),
        (typed("attachment"), "attachment"),
        (with(question("q9"), "repeats", json!(true)), "several answers"),
        (with(question("q9"), "answerOption", json!([])), "0 answers"),
        (with(question("q9"), "answerOption", json!(halves)), "some of its answers"),
        (with(question("q9"), "answerOption", json!([{ "valueCoding": { "code": "b" } }])), "no display"),
        (with(question("q9"), "answerOption", json!([{ "valueDate": "2026-01-01" }])), "answer 1"),
        (with(question("q9"), "text", json!("")), "no text"),
        (with(question("q9"), "text", json!("x".repeat(5000))), "characters"),
        (with(question("q9"), "modifierExtension", json!([{ "url": "http://example.org/x" }])), "modifier"),
        (
            extended("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"),
            "enableWhenExpression",
        ),
        (when(json!({ "question": "q9x", "operator": "exists", "answerBoolean": true })), "no question"),
        (when(json!({ "question": "q1", "operator": "exists", "answerBoolean": false })), "not answered"),
        (when(json!({ "question": "q1", "operator": "=", "answerCoding": { "code": "zz" } })), "not offered"),
        (when(json!({ "question": "q1", "operator": ">", "answerCoding": { "code": "a1" } })), "number"),
        (when(json!({ "question": "q9", "operator": "exists", "answerBoolean": true })), "depends on itself"),
        (json!({ "linkId": "q9", "type": "integer", "text": "How many?" }), "minValue"),
        (
            json!({ "linkId": "q9", "type": "group", "text": "?", "repeats": true, "item": [question("q8")] }),
            "repeat",
        ),
    ];
    for (item, why) in cases {
        let said = refusal(&form(vec![question("q1"), item]));
        assert!(said.contains("q9") && said.contains(why), "{said} names q9 and says {why}");
    }
    assert!(refusal(&form(vec![question("q1"), question("q1")])).contains("twice"), "linkIds are unique");
    assert!(refusal(&form(vec![])).contains("no question"), "a form without questions");
    assert!(refusal(&json!({ "resourceType": "Patient" })).contains("not a Questionnaire"), "something else");
    let two = json!([
        { "question": "q1", "operator": "exists", "answerBoolean": true },
        { "question": "q1", "operator": "exists", "answerBoolean": true },
    ]);
    let said = refusal(&form(vec![question("q1"), with(question("q9"), "enableWhen", two)]));
    assert!(said.contains("enableBehavior"), "{said}: all or any must be said");
    let text = form(vec![question("q1")]).to_string();
    assert!(import_questionnaire(&text, "sleep", " ").is_err(), "without a statement there is no licence");
    assert!(import_questionnaire(&text, "../sleep", STATEMENT).is_err(), "a slot is an id");
}

#[test]
fn hostile_sizes_and_depths_end_in_errors() {
    let read = |text: &str| import_questionnaire(text, "sleep", STATEMENT);
    assert!(matches!(read(&"x".repeat(MAX_BYTES + 1)), Err(ImportError::TooLarge { .. })), "too large");
    assert!(matches!(read("{"), Err(ImportError::Json { line: 1, .. })), "no JSON");
    assert!(matches!(read(&"[".repeat(100_000)), Err(ImportError::Json { .. })), "deep lists");
    let mut deep = question("q");
    for level in 0..40 {
        deep = json!({ "linkId": format!("g{level}"), "type": "group", "item": [deep] });
    }
    assert!(import(&form(vec![deep])).is_err(), "deep groups");
    let yes = |at: usize| json!({ "linkId": format!("q{at}"), "type": "boolean", "text": "?" });
    assert!(import(&form((0..600).map(yes).collect())).is_err(), "too many questions");
    let display = |at: usize| json!({ "linkId": format!("d{at}"), "type": "display", "text": "?" });
    let mut many: Vec<_> = (0..5000).map(display).collect();
    many.push(question("q"));
    assert!(import(&form(many)).is_err(), "too many texts for one question");
    // Each variable names the one before twice: worked out plainly, this would never end.
    let mut bomb = form(vec![question("q1"), computed("t", "%v60")]);
    let doubled = (1..=60).map(|at| variable(&format!("v{at}"), &format!("%v{} + %v{}", at - 1, at - 1)));
    let first = variable("v0", "%resource.item.where(linkId='q1').answer.value.ordinal()");
    bomb["extension"] = json!(std::iter::once(first).chain(doubled).collect::<Vec<_>>());
    assert!(!import(&bomb).expect("an instrument").scoring.has_total, "the work is bounded");
    let circle = variable("a", "%b + 1");
    let mut circular = form(vec![question("q1"), computed("t", "%a")]);
    circular["extension"] = json!([circle, variable("b", "%a + 1")]);
    assert!(!import(&circular).expect("an instrument").scoring.has_total, "a circle ends");
    let pattern = format!(
        "%resource.item.where(linkId.matches('{}')).answer.value.ordinal().sum()",
        "(a{1,99}){1,99}".repeat(40)
    );
    assert!(!scored_by(&pattern).scoring.has_total, "so does a pattern");
    let nested = format!("{}1{}", "(".repeat(5000), ")".repeat(5000));
    assert!(!scored_by(&nested).scoring.has_total, "and brackets");
    let choosing = format!("{}1{}", "iif(true, ".repeat(200), ")".repeat(200));
    assert!(!scored_by(&choosing).scoring.has_total, "and choices");
    let links: Vec<_> =
        (0..300).map(|at| format!("%resource.item.where(linkId='b{at}').answer.value.weight()")).collect();
    let mut items: Vec<_> = (0..300).map(|at| question(&format!("b{at}"))).collect();
    items.push(computed("t", &links.join(" + ")));
    let long = import(&form(items)).expect("an instrument");
    assert_eq!(long.scoring.max, Some(900.0), "while a long sum is a sum");
}

/// Any JSON, grown from the words of Questionnaires.
fn anything() -> impl Strategy<Value = Value> {
    let words = [
        "q1",
        "a1",
        "choice",
        "group",
        "display",
        "boolean",
        "integer",
        "=",
        "exists",
        "%resource.item.answer.weight().sum()",
        CALCULATED,
        ORDINAL,
        "http://loinc.org",
        "44250-9",
        "",
    ];
    let leaf = prop_oneof![
        prop::sample::select(words.to_vec()).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        (-3i64..9).prop_map(Value::from),
        Just(Value::Null),
        ".{0,6}".prop_map(Value::from),
    ];
    let names = [
        "item",
        "linkId",
        "type",
        "text",
        "answerOption",
        "valueCoding",
        "code",
        "display",
        "extension",
        "url",
        "valueDecimal",
        "valueInteger",
        "enableWhen",
        "question",
        "operator",
        "answerBoolean",
        "answerCoding",
        "valueExpression",
        "expression",
        "contained",
        "title",
        "readOnly",
        "repeats",
        "version",
        "copyright",
    ];
    leaf.prop_recursive(6, 80, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(prop::sample::select(names.to_vec()), inner, 0..6).prop_map(
                |fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            ),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_is_read_or_refused(extra in anything(), place in 0usize..6, name in prop::sample::select(vec!["item", "extension", "answerOption", "enableWhen", "code", "contained", "title", "language", "text", "linkId", "type"])) {
        let total = computed("t", "%resource.item.where(linkId != 't').answer.weight().sum()");
        let mut form = form(vec![question("q1"), question("q2"), total]);
        match place {
            0 => form[name] = extra,
            1 => form["item"][0][name] = extra,
            2 => form["item"][2][name] = extra,
            3 => form["item"][1]["answerOption"][2][name] = extra,
            4 => form["item"].as_array_mut().expect("a list").push(extra),
            _ => form["item"][1]["enableWhen"] = json!([{ "question": "q1", "operator": "=", name: extra }]),
        }
        // Whatever is taken is read by the reader of packs; `import` panics otherwise.
        let _ = import(&form);
    }

    #[test]
    fn any_expression_ends(text in "[%a-z0-9'.()$+*/ =|{}\\[\\]-]{0,60}") {
        let _ = scored_by(&text);
    }
}
