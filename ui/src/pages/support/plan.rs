//! A safety plan as it is read: in the layer of help, on paper, and while the device is handed over.

use contract::ClientId;
use contract::risk::{GetSafetyPlan, SafetyPlan, SafetyPlanView};
use leptos::prelude::*;

use crate::components::{EmptyState, IconName, Loaded};
use crate::format;
use crate::state::use_query;
use crate::strings::support as words;

/// Where a client's safety plan is written.
pub fn plan_path(id: ClientId) -> String {
    format!("/clients/{id}/safety-plan")
}

/// The parts of a plan, in the order of [`words::PARTS`].
pub(super) fn parts(plan: &SafetyPlan) -> [&Vec<String>; 7] {
    [
        &plan.warning_signs,
        &plan.coping,
        &plan.distractions,
        &plan.people,
        &plan.professionals,
        &plan.making_safe,
        &plan.reasons,
    ]
}

/// A plan made of its parts, in the same order.
pub(super) fn plan_of(parts: [Vec<String>; 7]) -> SafetyPlan {
    let [warning_signs, coping, distractions, people, professionals, making_safe, reasons] = parts;
    SafetyPlan { warning_signs, coping, distractions, people, professionals, making_safe, reasons }
}

/// A client's plan, to be read.
#[component]
pub fn PlanReader(client_id: ClientId) -> impl IntoView {
    let plan = use_query(move || GetSafetyPlan { client_id });
    view! {
        <Loaded query=plan let:view>
            {move || if view.with(|v| parts(&v.plan).iter().all(|part| part.is_empty())) {
                view! { <EmptyState icon=IconName::Note heading=words::PLAN_EMPTY detail=words::PLAN_EMPTY_DETAIL /> }.into_any()
            } else {
                view! { <PlanText view /> }.into_any()
            }}
        </Loaded>
    }
}

/// The words of a plan. Parts without words are left out.
#[component]
pub fn PlanText(
    /// The plan.
    #[prop(into)]
    view: Signal<SafetyPlanView>,
) -> impl IntoView {
    let sections = move || {
        view.with(|view| {
            let named = words::PARTS.iter().zip(parts(&view.plan));
            named
                .filter(|(_, lines)| !lines.is_empty())
                .map(|((name, _), lines)| {
                    let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
                    view! { <section><h3>{*name}</h3><ol>{lines}</ol></section> }
                })
                .collect_view()
        })
    };
    view! { <div class="plan-text">{sections} <p class="quiet">{move || view.with(version)}</p></div> }
}

/// Which version this is, when it was written and by whom; nothing while there is none.
pub(super) fn version(view: &SafetyPlanView) -> Option<String> {
    let at = view.updated_at?;
    Some(words::plan_version(&format::number(f64::from(view.version)), &format::date(at), &view.author))
}

#[cfg(test)]
mod tests {
    use super::{SafetyPlan, parts, plan_of};

    #[test]
    fn a_plan_survives_being_taken_apart() {
        let line = |text: &str| vec![text.to_owned()];
        let plan = SafetyPlan {
            warning_signs: line("1"),
            coping: line("2"),
            distractions: line("3"),
            people: line("4"),
            professionals: line("5"),
            making_safe: line("6"),
            reasons: line("7"),
        };
        let told: Vec<&str> = parts(&plan).iter().map(|part| part[0].as_str()).collect();
        assert_eq!(told, ["1", "2", "3", "4", "5", "6", "7"], "in the order of the headings");
        assert_eq!(plan_of(parts(&plan).map(Clone::clone)), plan, "and put together again unchanged");
    }
}
