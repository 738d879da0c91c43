//! Published scoring rules that are more than a sum, a mean or a count.
//!
//! Each gives those subscales of its instrument that have no method of their own. It reads answers, never wording, so that
//! an imported edition with the same item ids scores the same.

use super::score::SubscaleValue::{self, Boolean, Category, Number};
use super::sheet::Sheet;

/// A published rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Answers in the shaded boxes of the ASRS screener: items 1–3 from “Sometimes”, items 4–6 from “Often”.
    /// Kessler RC et al. Psychol Med 2005;35:245–256.
    AsrsShading,
    /// Negative, non-acute positive, acute positive. Horowitz LM et al. Arch Pediatr Adolesc Med 2012;166:1170–1176;
    /// National Institute of Mental Health, ASQ Toolkit.
    AsqResult,
    /// At least 1 B, 1 C, 2 D and 2 E symptoms, a symptom being an item at 2 or more. Weathers FW et al. 2013, National
    /// Center for PTSD.
    Pcl5ProvisionalPtsd,
    /// Three or more symptoms “bothered a lot”. Kroenke K et al. Gen Hosp Psychiatry 2010;32:345–359.
    Phq15SomatoformCutoff,
    /// PHQ-2 and GAD-2 each positive at 3 or more. Kroenke K, Spitzer RL, Williams JBW, Löwe B. Psychosomatics
    /// 2009;50:613–621.
    Phq4Halves,
    /// The PHQ algorithm for depressive syndromes. Spitzer RL, Kroenke K, Williams JBW. JAMA 1999;282:1737–1744.
    Phq9DepressiveSyndrome,
    /// Any of the five problems more than once in six months. Spitzer RL, Kroenke K, Williams JBW. JAMA
    /// 1999;282:1737–1744.
    PhqAlcoholSyndrome,
    /// Binge eating, or bulimia nervosa where something is done about it twice a week. Spitzer RL, Kroenke K, Williams
    /// JBW. JAMA 1999;282:1737–1744.
    PhqEatingCategory,
    /// All four screening questions and four or more symptoms. Spitzer RL, Kroenke K, Williams JBW. JAMA
    /// 1999;282:1737–1744.
    PhqPanicSyndrome,
    /// Any use other than “Never” leads to part 2. McNeely J et al. Ann Intern Med 2016;165:690–699.
    TapsAnyUse,
}

/// What a subscale of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// A number of answers.
    Count,
    /// Yes or no.
    YesNo,
    /// One of these, in order of rising severity.
    OneOf(&'static [&'static str]),
}

type Scored = Vec<(&'static str, Option<SubscaleValue>)>;

const PCL5_CLUSTERS: [(&[&str], usize); 4] = [
    (&["q1", "q2", "q3", "q4", "q5"], 1),
    (&["q6", "q7"], 1),
    (&["q8", "q9", "q10", "q11", "q12", "q13", "q14"], 2),
    (&["q15", "q16", "q17", "q18", "q19", "q20"], 2),
];
const PHQ15: [&str; 15] =
    ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11", "q12", "q13", "q14", "q15"];
const PANIC_SCREENING: [&str; 4] = ["q3a", "q3b", "q3c", "q3d"];
const PANIC_SYMPTOMS: [&str; 11] =
    ["q4a", "q4b", "q4c", "q4d", "q4e", "q4f", "q4g", "q4h", "q4i", "q4j", "q4k"];
const ALCOHOL_PROBLEMS: [&str; 5] = ["q10a", "q10b", "q10c", "q10d", "q10e"];

impl Rule {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::AsrsShading,
        Self::AsqResult,
        Self::Pcl5ProvisionalPtsd,
        Self::Phq15SomatoformCutoff,
        Self::Phq4Halves,
        Self::Phq9DepressiveSyndrome,
        Self::PhqAlcoholSyndrome,
        Self::PhqEatingCategory,
        Self::PhqPanicSyndrome,
        Self::TapsAnyUse,
    ];

    /// The name a pack can choose it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsrsShading => "asrs_shading",
            Self::AsqResult => "asq_result",
            Self::Pcl5ProvisionalPtsd => "pcl5_provisional_ptsd",
            Self::Phq15SomatoformCutoff => "phq15_somatoform_cutoff",
            Self::Phq4Halves => "phq4_halves",
            Self::Phq9DepressiveSyndrome => "phq9_depressive_syndrome",
            Self::PhqAlcoholSyndrome => "phq_alcohol_syndrome",
            Self::PhqEatingCategory => "phq_eating_category",
            Self::PhqPanicSyndrome => "phq_panic_syndrome",
            Self::TapsAnyUse => "taps_any_use",
        }
    }

    /// The instrument it was published with, and that uses it without naming it.
    pub fn instrument(self) -> &'static str {
        match self {
            Self::AsrsShading => "asrs_a",
            Self::AsqResult => "asq",
            Self::Pcl5ProvisionalPtsd => "pcl5",
            Self::Phq15SomatoformCutoff => "phq15",
            Self::Phq4Halves => "phq4",
            Self::Phq9DepressiveSyndrome => "phq9",
            Self::PhqAlcoholSyndrome => "phq_alcohol",
            Self::PhqEatingCategory => "phq_eating",
            Self::PhqPanicSyndrome => "phq_panic",
            Self::TapsAnyUse => "taps1",
        }
    }

    /// The rule of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// The rule published with this instrument.
    pub fn of(instrument: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.instrument() == instrument)
    }

    /// The items it reads.
    pub fn items(self) -> Vec<&'static str> {
        match self {
            Self::AsrsShading => PHQ15[..6].to_vec(),
            Self::AsqResult | Self::TapsAnyUse => PHQ15[..5].to_vec(),
            Self::Pcl5ProvisionalPtsd => {
                PCL5_CLUSTERS.iter().flat_map(|(items, _)| *items).copied().collect()
            }
            Self::Phq15SomatoformCutoff => PHQ15.to_vec(),
            Self::Phq4Halves => PHQ15[..4].to_vec(),
            Self::Phq9DepressiveSyndrome => PHQ15[..9].to_vec(),
            Self::PhqAlcoholSyndrome => ALCOHOL_PROBLEMS.to_vec(),
            Self::PhqEatingCategory => vec!["q6a", "q6b", "q6c", "q8"],
            Self::PhqPanicSyndrome => [PANIC_SCREENING.as_slice(), &PANIC_SYMPTOMS].concat(),
        }
    }

    /// The greatest value of the answers it reads; they go from 0 in whole steps. Another coding would score wrongly.
    pub fn greatest_answer(self) -> u8 {
        match self {
            Self::AsqResult | Self::PhqAlcoholSyndrome | Self::PhqEatingCategory | Self::PhqPanicSyndrome => {
                1
            }
            Self::Phq15SomatoformCutoff => 2,
            Self::Phq4Halves | Self::Phq9DepressiveSyndrome => 3,
            Self::AsrsShading | Self::Pcl5ProvisionalPtsd | Self::TapsAnyUse => 4,
        }
    }

    /// The ids of the subscales it gives, in its own order, and what they are.
    pub fn subscales(self) -> &'static [(&'static str, Gives)] {
        use Gives::{Count, OneOf, YesNo};
        match self {
            Self::AsrsShading => &[("shaded_count", Count)],
            Self::AsqResult => &[("result", OneOf(&["negative", "non_acute_positive", "acute_positive"]))],
            Self::Pcl5ProvisionalPtsd => &[("provisional_ptsd", YesNo)],
            Self::Phq15SomatoformCutoff => &[("severe_symptoms", Count), ("somatoform_cutoff", YesNo)],
            Self::Phq4Halves => &[("anxiety_positive", YesNo), ("depression_positive", YesNo)],
            Self::Phq9DepressiveSyndrome => &[
                ("core_symptoms", Count),
                ("symptom_count", Count),
                ("depressive_syndrome", OneOf(&["none", "other", "major"])),
            ],
            Self::PhqAlcoholSyndrome => &[("problems_yes", Count), ("alcohol_syndrome", YesNo)],
            Self::PhqEatingCategory => &[("result", OneOf(&["none", "binge_eating", "bulimia_nervosa"]))],
            Self::PhqPanicSyndrome => {
                &[("screening_yes", Count), ("symptoms_yes", Count), ("panic_syndrome", YesNo)]
            }
            Self::TapsAnyUse => &[("any_positive", YesNo)],
        }
    }

    /// The subscales it gives. All but the halves of the PHQ-4 need the whole form.
    pub(crate) fn apply(self, sheet: &Sheet, complete: bool) -> Scored {
        if self == Self::Phq4Halves {
            return phq4_halves(sheet);
        }
        if !complete {
            return self.subscales().iter().map(|(id, _)| (*id, None)).collect();
        }
        let values = match self {
            Self::AsrsShading => {
                let shaded = sheet.count(&PHQ15[..3], 2.0) + sheet.count(&PHQ15[3..6], 3.0);
                vec![number(shaded)]
            }
            Self::AsqResult => vec![asq_result(sheet)],
            Self::Pcl5ProvisionalPtsd => {
                vec![Boolean(PCL5_CLUSTERS.iter().all(|(items, least)| sheet.count(items, 2.0) >= *least))]
            }
            Self::Phq15SomatoformCutoff => {
                let severe = sheet.count(&PHQ15, 2.0);
                vec![number(severe), Boolean(severe >= 3)]
            }
            Self::Phq9DepressiveSyndrome => phq9_depressive_syndrome(sheet),
            Self::PhqAlcoholSyndrome => {
                let problems = sheet.count(&ALCOHOL_PROBLEMS, 1.0);
                vec![number(problems), Boolean(problems > 0)]
            }
            Self::PhqEatingCategory => vec![phq_eating_category(sheet)],
            Self::PhqPanicSyndrome => {
                let screening = sheet.count(&PANIC_SCREENING, 1.0);
                let symptoms = sheet.count(&PANIC_SYMPTOMS, 1.0);
                vec![number(screening), number(symptoms), Boolean(screening == 4 && symptoms >= 4)]
            }
            Self::TapsAnyUse => vec![Boolean(sheet.count(&PHQ15[..5], 1.0) > 0)],
            Self::Phq4Halves => Vec::new(),
        };
        self.subscales().iter().map(|(id, _)| *id).zip(values.into_iter().map(Some)).collect()
    }
}

fn number(count: usize) -> SubscaleValue {
    Number(count as f64)
}

fn yes(sheet: &Sheet, item: &str) -> bool {
    sheet.answer(item) == Some(1.0)
}

/// Each half needs its own two answers and nothing else.
fn phq4_halves(sheet: &Sheet) -> Scored {
    let half = |one, other| Some(Boolean(sheet.answer(one)? + sheet.answer(other)? >= 3.0));
    vec![("anxiety_positive", half("q1", "q2")), ("depression_positive", half("q3", "q4"))]
}

/// Question 5 is asked, and counts, only after a yes to one of the first four.
fn asq_result(sheet: &Sheet) -> SubscaleValue {
    let result = if sheet.count(&PHQ15[..4], 1.0) == 0 {
        "negative"
    } else if yes(sheet, "q5") {
        "acute_positive"
    } else {
        "non_acute_positive"
    };
    Category(result.to_owned())
}

/// An item counts as a symptom from “More than half the days”, item 9 from “Several days”.
fn phq9_depressive_syndrome(sheet: &Sheet) -> Vec<SubscaleValue> {
    let core = sheet.count(&PHQ15[..2], 2.0);
    let symptoms = sheet.count(&PHQ15[..8], 2.0) + sheet.count(&PHQ15[8..9], 1.0);
    let syndrome = match (core, symptoms) {
        (1.., 5..) => "major",
        (1.., 2..=4) => "other",
        _ => "none",
    };
    vec![number(core), number(symptoms), Category(syndrome.to_owned())]
}

/// Question 8 left blank, or not asked, leaves it at binge eating.
fn phq_eating_category(sheet: &Sheet) -> SubscaleValue {
    let binge = ["q6a", "q6b", "q6c"].iter().all(|item| yes(sheet, item));
    let result = match (binge, yes(sheet, "q8")) {
        (true, true) => "bulimia_nervosa",
        (true, false) => "binge_eating",
        (false, _) => "none",
    };
    Category(result.to_owned())
}
