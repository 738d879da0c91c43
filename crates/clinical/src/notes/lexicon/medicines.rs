//! Names of medicines, of their kinds and forms.

use std::sync::LazyLock;

use super::Phrases;

/// Names, generic and common brands, of mental health and general practice.
const NAMES: &str = "sertraline|fluoxetine|citalopram|escitalopram|paroxetine|venlafaxine|duloxetine|mirtazapine|trazodone|\
amitriptyline|nortriptyline|bupropion|vortioxetine|clomipramine|lithium|lamotrigine|valproate|quetiapine|olanzapine|\
risperidone|aripiprazole|clozapine|haloperidol|diazepam|lorazepam|clonazepam|alprazolam|temazepam|zopiclone|zolpidem|\
melatonin|propranolol|pregabalin|gabapentin|buspirone|hydroxyzine|methylphenidate|lisdexamfetamine|atomoxetine|\
dexamfetamine|naltrexone|acamprosate|disulfiram|methadone|buprenorphine|prozac|zoloft|lexapro|xanax|valium|ativan|\
seroquel|ritalin|adderall|concerta|effexor|wellbutrin|cymbalta|paracetamol|acetaminophen|tylenol|ibuprofen|nurofen|\
naproxen|aspirin|codeine|co-codamol|cocodamol|tramadol|morphine|diclofenac|voltarol|calpol|omeprazole|lansoprazole|\
gaviscon|rennie|ranitidine|loperamide|imodium|dioralyte|laxative*|senna|movicol|laxido|buscopan|mebeverine|metformin|\
insulin|gliclazide|furosemide|bisoprolol|metoprolol|atenolol|ramipril|lisinopril|losartan|amlodipine|simvastatin|\
atorvastatin|statin*|warfarin|clopidogrel|apixaban|digoxin|thyroxine|levothyroxine|carbimazole|prednisolone|steroid*|\
hydrocortisone|betnovate|dermovate|e45|emollient*|clotrimazole|canesten|fluconazole|aciclovir|acyclovir|amoxicillin|\
penicillin|flucloxacillin|co-amoxiclav|augmentin|trimethoprim|nitrofurantoin|doxycycline|clarithromycin|erythromycin|\
azithromycin|ciprofloxacin|metronidazole|cefalexin|antibiotic*|salbutamol|ventolin|beclometasone|clenil|fostair|\
symbicort|inhaler*|antihistamine*|cetirizine|loratadine|fexofenadine|chlorphenamine|piriton|piriteze|benadryl|clarityn|\
beconase|nasal spray|microgynon|cerazette|implanon|nexplanon|mirena|the pill|contraceptive*|sumatriptan|triptan*|\
cyclizine|ondansetron|prochlorperazine|iron tablets|ferrous|vitamin d|vitamin*|folic acid|epipen|adrenaline|\
allopurinol|colchicine|methotrexate|antidepressant*|painkiller*|anti-inflammator*|antiinflammator*|antacid*|\
sleeping tablets|sleeping pills|water tablets|diuretic*|beta blocker*|lozenge*|strepsils|lemsip|cough syrup|throat spray|\
eye drops|ear drops|medication*|medicine*|tablets|capsules|hrt|probiotic*|moisturiser*|moisturizer*|steroid cream|\
ssri*|blood thinner*|creams|cream|ointment|mercilon|rigevidon|multivitamin*|st john's wort|cbd oil|cough medicine|nsaid*|dose|doses|milligrams|milligram|prescription*";

/// Endings by which a medicine not on the list is known.
const ENDINGS: &[&str] = &[
    "pril", "sartan", "statin", "azole", "cillin", "mycin", "olol", "oxetine", "azepam", "triptan",
    "prazole", "mab",
];

static MEDICINES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), NAMES)]));

/// Words that say "a medicine" without naming one.
const GENERAL: &[&str] = &[
    "medication",
    "medications",
    "medicine",
    "medicines",
    "tablets",
    "capsules",
    "cream",
    "creams",
    "dose",
    "doses",
    "milligrams",
    "milligram",
    "prescription",
    "prescriptions",
];

/// Word positions of medicines: start and end of each mention.
pub(crate) fn mentions(keys: &[String]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = MEDICINES.find(keys).iter().map(|h| (h.start, h.end)).collect();
    for (at, k) in keys.iter().enumerate() {
        if k.len() > 6
            && ENDINGS.iter().any(|e| k.ends_with(e))
            && !found.iter().any(|f| f.0 <= at && at < f.1)
        {
            found.push((at, at + 1));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Mentions that name a medicine.
pub(crate) fn named(keys: &[String]) -> Vec<(usize, usize)> {
    mentions(keys).into_iter().filter(|&(a, b)| b - a > 1 || !GENERAL.contains(&keys[a].as_str())).collect()
}
