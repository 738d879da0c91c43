//! Symptoms and illnesses in people's words, with bodily and mental ones apart.

use std::sync::LazyLock;

use super::Phrases;
use crate::notes::model::Topic;

const BODY: &str = "shakes|the shakes|pain|pains|painful|ache*|aching|headache*|migraine*|sore*|hurt|hurts|hurting|tender*|cough*|phlegm|sputum|mucus|\
wheez*|breathless*|short of breath|shortness of breath|out of breath|breathe|catch my breath|breathing|difficulty breathing|chest|tight*|palpitation*|\
heartbeat*|heart racing|heart was racing|heart races|heart starts racing|heart pounding|heart was pounding|heart is pounding|heart pounds|fever*|feverish|temperature*|chills|shiver*|sweat*|clammy|hot|nausea|nauseous|nauseated|sick|\
vomit*|throwing up|threw up|diarrhea|diarrhoea|loose stool*|stool*|poo|constipat*|constipation|bowel*|bloat*|bloated|\
cramp*|heartburn|reflux|indigestion|swallow*|tummy|stomach|abdom*|belly|urine|urinat*|pee|peeing|waterworks|burning|\
stinging|blood|bleed*|bled|discharge|period*|rash*|itch*|skin|spots|hives|blister*|swell*|swollen|lump*|bruis*|red|\
redness|pus|cracked|dry|dizz*|lightheaded|light-headed|faint*|blackout*|blacked out|vertigo|numb|numbness|numbing|tingl*|\
pins and needles|weak|weakness|balance|coordination|speech|slurred|vision|blurred|blurry|double vision|zig-zag|\
bright lights|light sensitiv*|sensitivity|seizure*|fits|stiff*|neck|my back hurts|my back is|my back has|in my back|my bad back|bad back|your back|back pain|lower back|shoulder*|joint*|knee*|ankle*|leg|legs|\
arm|arms|elbow|wrist|hand|hands|finger*|foot|feet|toe|toes|throat|nose|runny|blocked nose|sneez*|sinus*|ear|ears|\
hearing|eye|eyes|teeth|gums|hoarse*|glands|flu|cold|infection*|rashes|injur*|knocked|fracture*|shaking|\
tremor*|muscle tension|muscles|muscle|burn*|throb*|sharp|dull|stabbing|radiat*|intolerance|thirst*|dehydrat*|smell|taste|\
lethargic|run-down|unwell|symptom*|episode*|trauma to the|bitten|bite*|sting|snor*|jaw*|groin|hip|hips|pregnan*|lesion*";

const ILLNESS: &str = "diabet*|asthma*|eczema|psoriasis|dermatitis|hayfever|hay fever|epilep*|hypertension|blood pressure|\
cholesterol|thyroid|hypothyroid*|hyperthyroid*|underactive|overactive|cancer*|tumour|tumor|stroke*|tia|mini stroke*|\
heart attack*|heart failure|heart disease|heart problem*|angina|arthritis|osteoporosis|osteoarthritis|copd|bronchitis|\
pneumonia|tuberculosis|hiv|hepatitis|kidney*|liver|ulcer*|crohn*|colitis|coeliac|celiac|ibs|irritable bowel|gallstone*|\
appendi*|hernia|anaemia|anemia|clot|clots|dvt|embolism|meningitis|tonsillitis|sinusitis|conjunctivitis|cellulitis|\
uti|urine infection|water infection|chest infection|cystitis|thrush|gastroenteritis|food poisoning|stomach bug|tummy bug|\
viral|virus|bacterial|covid|influenza|gout|bursitis|tendonitis|sciatica|sprain*|migraines|vertigo|labyrinthitis|\
allerg*|anaphyla*|depression|bipolar|schizophreni*|psychosis|anxiety disorder|ocd|ptsd|adhd|autis*|eating disorder|\
anorexi*|bulimi*|dementia|alzheimer*|parkinson*|multiple sclerosis|lupus|sickle cell|endometriosis|polycystic|pcos|\
fibroid*|miscarriage*|surgery|operation*|operated|hospital*|admitted|diagnosed|diagnosis|condition|medical history|\
flare-up|flare up|chickenpox|shingles|measles|tension headache*|panic disorder|abscess|pharyngitis|impetigo|ringworm|\
concussion|whooping cough|croup|prostate|menopaus*|perimenopaus*|panic attack*";

const SUBJECTIVE: &[(Topic, &str)] = &[
    (
        Topic::Mood,
        "mood|low|feel down|feeling down|feel so down|felt down|been down|so down|really down|bit down|down in the dumps|sad|sadness|depress*|hopeless*|hopeful|worthless*|guilt*|ashamed|shame|numb|empty|lonely|feel alone|all alone|tearful|cry|cried|crying|\
         miserable|happy|happier|unhappy|angry|anger|irritab*|frustrat*|overwhelm*|hate myself|a failure|upset|flat|\
         grief|griev*|lost interest|no interest|enjoy*|anymore|motivation|motivated|unmotivated|moody|mood swings|calm|feel better|feel worse|feeling better|feeling worse",
    ),
    (
        Topic::Anxiety,
        "anxi*|panic*|worr*|nervous|scared|afraid|fear*|stress*|on edge|tense|racing thoughts|racing heart|dread*|\
         phobi*|avoid*|restless|overthink*|terrified|petrified|crowds|what if|paranoi*|embarrass*|frighten*|catastroph*",
    ),
    (
        Topic::Thoughts,
        "concentrat*|focus*|memory|forget*|forgetful|thought*|thinking|keep thinking|believe|my mind|confus*|brain fog|\
         distract*|voices|seeing things|hearing things|ruminat*|intrusive|not good enough|nobody likes|my fault|nothing matters",
    ),
    (
        Topic::Sleep,
        "sleep*|slept|asleep|insomnia|wake up|waking|woke*|wakes|nightmare*|bad dreams|dreams|nap|naps|tossing|awake|bedtime|bed at|lie awake|hours a night|snore",
    ),
    (
        Topic::Appetite,
        "appetite|eat|eating|ate|food|meals|weight|lost pounds|pounds|kilos|stone|binge*|binging|purg*|hungry|skipping meals|diet|\
         off my food|eating and drinking",
    ),
    (
        Topic::Energy,
        "energy|tired*|fatigue*|exhaust*|drained|worn out|sluggish|no energy|get out of bed|stayed in bed|lethargic|housework|showering",
    ),
    (
        Topic::Trauma,
        "trauma*|flashback*|assault*|accident|abused|abuse|attacked|raped|molested|reliv*|triggers me|triggered|startl*|jumpy|the war|domestic violence",
    ),
    (
        Topic::Substances,
        "alcohol|drink beer|drinks|to drink|i drink|drink at all|didnt drink|dont drink|not drink|drank|the drink|when i drink|do drink|drink too much|drink a lot|drink more|drink less|gambl*|betting|casino|pokies|slot machines|cravings|craving|withdrawal*|booze|binge drinking|getting high|drinking|drunk|beer*|wine|vodka|whisky|whiskey|gin|pints|pint|units|spirits|hangover*|smoke|\
         smoked|smoker|smoking|cigarette*|tobacco|vape*|vaping|cannabis|weed|marijuana|pot|joints|cocaine|coke|heroin|ecstasy|mdma|\
         ketamine|meth|amphetamine*|speed pills|opiate*|opioid*|drugs|recreational|caffeine|coffee*|cups of tea|energy drinks|sober|relaps*|bottle of wine|glass of wine|drink socially|nicotine|pack a day|packs a day",
    ),
    (
        Topic::Social,
        "work|working|job|boss|manager|colleague*|career|school|college|university|exam*|homework|teacher|\
         husband|wife|partner|boyfriend|girlfriend|marriage|married|divorc*|separated|break up|broke up|relationship|\
         mum|mom|mother|dad|father|parents|brother|sister|son|daughter|kids|children|family|friend|friends|fight with|argu*|\
         live|lives|living|house|flat|rent|mortgage|money|debt*|bills|financ*|evict*|homeless|housing|court|probation|police|\
         unemployed|laid off|fired|redundan*|retired|bullied|bullying|moved|moving|landlord|housemate*|flatmate*|room-mates|exercise|gym|isolated|caring for|shifts|travel*|abroad|holiday",
    ),
    (
        Topic::Strengths,
        "proud|grateful|hopeful|managed to|confident|confidence|helps me|helped me|my faith|church|praying|\
         journaling|meditat*|want to drink less|i want to change|want to quit|like to quit|not ready|want to stop|want to cut down|ready to|\
         looking forward|goal|goals|i want to drink less|want to drink less|i will try|i'm going to try|important to me|i want to|i wanna|i want my|i dont want to|i dont wanna|need to change|have to change|i need to stop",
    ),
];

/// Symptom phrases of the body.
pub(crate) static BODILY: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), BODY)]));

/// Things a speaker names and then calls "it".
pub(crate) static REFERENTS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "pain|headache|headaches|migraine|cough|rash|swelling|lump|fever|nausea|dizziness|itch|itching|bleeding|\
         discharge|diarrhoea|diarrhea|sleep|appetite|mood|anxiety|depression|panic attacks|panic attack|panic|nightmares|\
         drinking|smoking|gambling|medication|tablets|weight|breathing|sore throat|vomiting|asthma|tiredness|energy|\
         concentration|memory|insomnia|vision|bowels|test|job|diet",
    )])
});

/// Names of illnesses and of events in a medical history.
pub(crate) static ILLNESSES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), ILLNESS)]));

/// Words that place a client's statement under a topic of mental health and life.
pub(crate) static LIFE: LazyLock<Phrases<Topic>> = LazyLock::new(|| Phrases::new(SUBJECTIVE));

/// Feelings a person states about themselves; such statements are quoted.
pub(crate) static FEELINGS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "sad|depressed|hopeless|hopeful|worthless|useless|guilty|ashamed|numb|empty|lonely|angry|irritable|overwhelmed|miserable|\
         happy|feel down|feeling down|so down|feel low|feeling low|so low|feel flat|a failure|not good enough|nobody likes me|my fault|nothing matters|hate myself|burden|trapped|\
         im broken|stupid|scared|terrified|feel lost|proud|calm|calmer|feel better|feel worse|fed up|going crazy|losing my mind|falling apart",
    )])
});
