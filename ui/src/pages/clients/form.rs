//! The fields of a client, for a new one and for one on record.

use chrono::NaiveDate;
use contract::ApiError;
use contract::clients::{ClientDetails, ClientStatus, EmergencyContact, Insurance};
use leptos::prelude::*;

use crate::components::{Choice, DateField, RadioCards, TextArea, TextField, unique_id};
use crate::strings::clients as words;

/// What stands in the fields. Copy it into callbacks freely.
#[derive(Clone, Copy)]
pub struct ClientFields {
    given_name: RwSignal<String>,
    family_name: RwSignal<String>,
    preferred_name: RwSignal<String>,
    pronouns: RwSignal<String>,
    birth_date: RwSignal<String>,
    phone: RwSignal<String>,
    email: RwSignal<String>,
    location: RwSignal<String>,
    languages: RwSignal<String>,
    conditions: RwSignal<String>,
    contact_name: RwSignal<String>,
    contact_relationship: RwSignal<String>,
    contact_phone: RwSignal<String>,
    payer: RwSignal<String>,
    plan: RwSignal<String>,
    member_id: RwSignal<String>,
    status: RwSignal<Option<ClientStatus>>,
}

impl ClientFields {
    /// The fields filled with what is known.
    pub fn new(details: &ClientDetails) -> Self {
        let fields = Self {
            given_name: RwSignal::default(),
            family_name: RwSignal::default(),
            preferred_name: RwSignal::default(),
            pronouns: RwSignal::default(),
            birth_date: RwSignal::default(),
            phone: RwSignal::default(),
            email: RwSignal::default(),
            location: RwSignal::default(),
            languages: RwSignal::default(),
            conditions: RwSignal::default(),
            contact_name: RwSignal::default(),
            contact_relationship: RwSignal::default(),
            contact_phone: RwSignal::default(),
            payer: RwSignal::default(),
            plan: RwSignal::default(),
            member_id: RwSignal::default(),
            status: RwSignal::new(None),
        };
        fields.fill(details);
        fields
    }

    /// Puts what is known in place of what stands there.
    pub fn fill(self, details: &ClientDetails) {
        self.given_name.set(details.given_name.clone());
        self.family_name.set(details.family_name.clone());
        self.preferred_name.set(details.preferred_name.clone());
        self.pronouns.set(details.pronouns.clone());
        self.birth_date.set(details.birth_date.map(|date| date.to_string()).unwrap_or_default());
        self.phone.set(details.phone.clone());
        self.email.set(details.email.clone());
        self.location.set(details.location.clone());
        self.languages.set(details.languages.join(", "));
        self.conditions.set(details.conditions.join("\n"));
        self.contact_name.set(details.emergency_contact.name.clone());
        self.contact_relationship.set(details.emergency_contact.relationship.clone());
        self.contact_phone.set(details.emergency_contact.phone.clone());
        self.payer.set(details.insurance.payer.clone());
        self.plan.set(details.insurance.plan.clone());
        self.member_id.set(details.insurance.member_id.clone());
        self.status.set(Some(details.status));
    }

    /// What the fields say; an error names the field that cannot be read.
    pub fn read(self) -> Result<ClientDetails, ApiError> {
        let text = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        Ok(ClientDetails {
            given_name: text(self.given_name),
            family_name: text(self.family_name),
            preferred_name: text(self.preferred_name),
            pronouns: text(self.pronouns),
            birth_date: read_day(&self.birth_date.get_untracked())?,
            phone: text(self.phone),
            email: text(self.email),
            location: text(self.location),
            languages: parts(&self.languages.get_untracked(), ','),
            conditions: parts(&self.conditions.get_untracked(), '\n'),
            emergency_contact: EmergencyContact {
                name: text(self.contact_name),
                relationship: text(self.contact_relationship),
                phone: text(self.contact_phone),
            },
            insurance: Insurance {
                payer: text(self.payer),
                plan: text(self.plan),
                member_id: text(self.member_id),
            },
            status: self.status.get_untracked().unwrap_or_default(),
        })
    }
}

fn read_day(text: &str) -> Result<Option<NaiveDate>, ApiError> {
    match text.trim() {
        "" => Ok(None),
        text => {
            text.parse().map(Some).map_err(|_| ApiError::invalid("birth_date", words::BIRTH_DATE_UNREADABLE))
        }
    }
}

fn parts(text: &str, separator: char) -> Vec<String> {
    text.split(separator).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The fields with an error beside it: those it does not know are shown above the form.
const FIELDS: [&str; 16] = [
    "given_name",
    "family_name",
    "preferred_name",
    "pronouns",
    "birth_date",
    "phone",
    "email",
    "location",
    "languages",
    "conditions",
    "emergency_contact.name",
    "emergency_contact.relationship",
    "emergency_contact.phone",
    "insurance.payer",
    "insurance.plan",
    "insurance.member_id",
];

/// An error that is about no field of this form.
pub fn general(error: Option<ApiError>) -> Option<ApiError> {
    error.filter(|error| !error.field.as_deref().is_some_and(|field| FIELDS.contains(&field)))
}

/// The form. `on_change` hears every change.
#[component]
pub fn ClientForm(
    /// What stands in the fields.
    fields: ClientFields,
    /// The newest refusal.
    #[prop(into)]
    error: Signal<Option<ApiError>>,
    /// Hears every change made by the person.
    #[prop(into)]
    on_change: Callback<()>,
    /// Puts the keyboard into the first field.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let wrong = move |name: &'static str| {
        Signal::derive(move || {
            error.get().filter(|error| error.field.as_deref() == Some(name)).map(|error| error.message)
        })
    };
    let line = move |label: &'static str, name: &'static str, value: RwSignal<String>, kind: &'static str| {
        view! { <TextField label value kind error=wrong(name) on_input=on_change /> }
    };
    let statuses = [ClientStatus::Active, ClientStatus::Paused, ClientStatus::Discharged]
        .map(|status| Choice::new(status, words::status(status)).detail(words::status_detail(status)));
    view! {
        <FormSection heading=words::FORM_NAMES>
            <div class="form-grid">
                <TextField
                    label=words::GIVEN_NAME
                    value=fields.given_name
                    required=true
                    autofocus
                    error=wrong("given_name")
                    on_input=on_change
                />
                {line(words::FAMILY_NAME, "family_name", fields.family_name, "text")}
                <TextField
                    label=words::PREFERRED_NAME
                    value=fields.preferred_name
                    hint=words::PREFERRED_NAME_HINT
                    error=wrong("preferred_name")
                    on_input=on_change
                />
                {line(words::PRONOUNS, "pronouns", fields.pronouns, "text")}
                <DateField label=words::BIRTH_DATE value=fields.birth_date error=wrong("birth_date") on_input=on_change />
            </div>
        </FormSection>
        <FormSection heading=words::FORM_CONTACT>
            <div class="form-grid form-pairs">
                {line(words::PHONE, "phone", fields.phone, "tel")}
                {line(words::EMAIL, "email", fields.email, "email")}
                <TextField
                    label=words::LOCATION
                    value=fields.location
                    hint=words::LOCATION_HINT
                    error=wrong("location")
                    on_input=on_change
                />
                <TextField
                    label=words::LANGUAGES
                    value=fields.languages
                    hint=words::LANGUAGES_HINT
                    error=wrong("languages")
                    on_input=on_change
                />
            </div>
        </FormSection>
        <FormSection heading=words::FORM_CARE>
            <TextArea
                label=words::CONDITIONS
                value=fields.conditions
                hint=words::CONDITIONS_HINT
                error=wrong("conditions")
                on_input=on_change
            />
            <RadioCards label=words::STATUS choices=statuses.to_vec() value=fields.status in_row=true on_change />
        </FormSection>
        <FormSection heading=words::FORM_EMERGENCY>
            <div class="form-grid">
                {line(words::CONTACT_NAME, "emergency_contact.name", fields.contact_name, "text")}
                {line(words::RELATIONSHIP, "emergency_contact.relationship", fields.contact_relationship, "text")}
                {line(words::CONTACT_PHONE, "emergency_contact.phone", fields.contact_phone, "tel")}
            </div>
        </FormSection>
        <FormSection heading=words::FORM_INSURANCE>
            <div class="form-grid">
                {line(words::PAYER, "insurance.payer", fields.payer, "text")}
                {line(words::PLAN, "insurance.plan", fields.plan, "text")}
                {line(words::MEMBER_ID, "insurance.member_id", fields.member_id, "text")}
            </div>
        </FormSection>
    }
}

/// Fields that belong together. A heading and a group rather than a legend, which engines draw onto the frame.
#[component]
fn FormSection(heading: &'static str, children: Children) -> impl IntoView {
    let id = unique_id("section");
    let labelled = id.clone();
    view! {
        <section class="form-section" role="group" aria-labelledby=labelled>
            <h2 id=id>{heading}</h2>
            {children()}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_taken_apart_without_empty_parts() {
        assert_eq!(parts(" English , ,Español,", ','), ["English", "Español"], "commas and spaces fall away");
        assert_eq!(
            parts("asthma, mild\n\n panic \n", '\n'),
            ["asthma, mild", "panic"],
            "a comma stays in a line"
        );
        assert!(parts(" , ", ',').is_empty(), "nothing makes nothing");
    }

    #[test]
    fn a_day_that_cannot_be_read_names_its_field() {
        assert_eq!(read_day(" "), Ok(None), "an empty day is not known");
        assert_eq!(read_day("1990-05-03"), Ok(NaiveDate::from_ymd_opt(1990, 5, 3)), "a day is read");
        let field = read_day("1990-02-31").err().and_then(|error| error.field);
        assert_eq!(field.as_deref(), Some("birth_date"), "a day that never was is refused by its field");
    }
}
