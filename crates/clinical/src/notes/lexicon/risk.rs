//! Words of risk: to self, to others, from others, and what protects.

use std::sync::LazyLock;

use super::Phrases;

/// What a risk phrase is about. The order is the order in a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Risk {
    Suicide,
    SelfHarm,
    ToOthers,
    FromOthers,
    Protective,
}

/// What "not assessed" sentences call the domains.
pub(crate) const DOMAINS: &[(Risk, &str)] = &[
    (Risk::Suicide, "suicidal thoughts"),
    (Risk::SelfHarm, "self-harm"),
    (Risk::ToOthers, "harm to others"),
    (Risk::FromOthers, "safety from others"),
];

const LISTS: &[(Risk, &str)] = &[
    (
        Risk::Suicide,
        "kill myself|kill yourself|killed myself|killing myself|killing yourself|kill themselves|killed himself|killed herself|kill himself|\
         kill herself|killed themselves|suicid*|end my life|ending my life|end your life|ending your life|ended his life|ended her life|end it all|ending it all|\
         ending it|take my own life|take your own life|taking my own life|taking your own life|took his own life|took her own life|took my own life|took their own life|taken my own life|better off dead|better off without me|better off if i|\
         dont want to be here|not want to be here|didnt want to be here|dont want to live|not want to live|not worth living|isnt worth living|life is not worth|lifes not worth|\
         want to die|wanted to die|wish i was dead|wish i were dead|wishing i was dead|wish i wasnt here|wish i was not here|not wake up|never wake up|no reason to live|no point in living|\
         no point living|no point going on|cant go on|unalive|not be around anymore|not being around|not being here|wouldnt be here|go to sleep and not|thoughts of death|thoughts of dying|thinking about dying|\
         jump off|jump in front|hang myself|hanging myself|hanged himself|hanged herself|took an overdose|take an overdose|taken an overdose|overdosed|overdose|saving up my tablets|saving up pills|stockpil*|suicide note|\
         didnt wake up|dont wake up|wouldnt wake up|not waking up|never woke up|hadnt woken up|woken up dead|wish i wasnt alive|dont want to be alive|not want to be alive|\
         want to disappear|wanted to disappear|not exist|stop existing|stopped existing|wish i didnt exist|wish id died|wish it had been me|wish it been me|wished i was dead|wished i were dead|\
         theyd be better off|everyones better off|everyone would be better off|everybody would be better off|family would be better off|kids would be better off|hed be better off without|shed be better off without|\
         wanting to die|wants to die|wanting to be dead|want to be dead|wanted to be dead|wish you were dead|wished you were dead|wishing you were dead|not wanting to be alive|not wanting to live|not wanting to be here|\
         better off not here|better off not being here|not being alive|being dead|wish itd been me|wish it was me|should have been me|life isnt worth|life not worth|ending things|end things for good|\
         be better off|lord took me|god took me|god would take me|wouldnt mind dying|wouldnt care if i died|wouldnt mind if i died|not worth carrying on|dont want to carry on|dont want to go on|\
         goodbye letter|gave away my things|giving away my things|giving my things away|disappear forever",
    ),
    (
        Risk::SelfHarm,
        "self harm*|self-harm*|selfharm*|self injur*|self-injur*|hurt myself|hurting myself|hurt yourself|hurting yourself|harm myself|harming myself|harm yourself|\
         harming yourself|used to cut|started cutting|stopped cutting|been cutting|cut again|scratch my arms|scratched my arms|scratching my arms|harmed myself|harmed yourself|cut myself|cutting myself|cut my arms|cut my wrists|cut my legs|cutting yourself|cutting my|burn myself|burning myself|burned myself|burnt myself|hit myself|hitting myself|\
         punish myself|punishing myself|hurting herself|hurting himself|cuts herself|cuts himself|cutting herself|cutting himself|cut herself|cut himself|harming herself|harming himself|harms herself|harms himself",
    ),
    (
        Risk::ToOthers,
        "hurting anybody|hurt anybody|harm anybody|harming anybody|killing anybody|kill anybody|hurt someone|hurting someone|hurt anyone else|hurting anyone|hurt somebody|hurt others|hurting others|hurting other people|hurt other people|harm others|harming others|harm to others|harm other people|harming anyone|harm anyone|harm someone|harming someone|\
         kill him|kill her|kill them|kill someone|kill somebody|killing him|killing someone|hurt him|hurt her|hurt them|stab him|stab her|make him pay|make them pay|punch him|violent towards|hit my wife|hit my husband|hit my partner|hit my kids|hit my son|hit my daughter|homicid*",
    ),
    (
        Risk::FromOthers,
        "feel safe|feeling safe|safe at home|feel unsafe|unsafe|not safe|hits me|hit me|hitting me|beats me|beat me|beating me|threaten*|abuses me|abusive|abused me|sexually abused|domestic violence|\
         domestic abuse|rapes me|raped me|raped|molested|stalk*|choked me|strangled me|controls my money|controls me|controls everything|wont let me leave|scared of him|scared of her|afraid of him|afraid of her|forces me|forced me|pushed me|slapped me|kicked me|anyone hurting|anyone hurt|\
         round my throat|around my throat|round my neck|around my neck|by the throat|strangling me|punched me|punching me|grabbed me|pinned me|threw me|shoved me|dragged me|locked me in|locks me in|pulled my hair|\
         throws things|throw things|threw things|smashes things|frightened of him|frightened of her|scared to go home|afraid to go home|follows me|following me|black eye|violent",
    ),
    (
        Risk::Protective,
        "reason to live|reasons to live|reasons for living|keeps me going|keep me going|keeps you going|would never act|never act on|wouldnt act|not act on|would never do it|never do anything|wouldnt do anything|\
         couldnt do that to|could never do that to|stops me from|stopped me from doing it|keeps me safe|keep me safe|live for|safety plan|crisis line|helpline|hotline|samaritans",
    ),
];

/// All risk phrases.
pub(crate) static RISK: LazyLock<Phrases<Risk>> = LazyLock::new(|| Phrases::new(LISTS));

/// Words that make what follows an answer a qualification of it.
pub(crate) fn bears_on_risk(keys: &[String]) -> bool {
    keys.iter().any(|k| {
        matches!(
            k.as_str(),
            "thought"
                | "thoughts"
                | "think"
                | "plan"
                | "plans"
                | "act"
                | "used"
                | "did"
                | "had"
                | "felt"
                | "past"
                | "when"
                | "sometimes"
                | "years"
                | "once"
                | "never"
                | "tried"
                | "kids"
                | "children"
                | "son"
                | "daughter"
                | "family"
                | "wish"
                | "pills"
                | "die"
                | "dead"
                | "pain"
                | "would"
                | "wouldnt"
                | "could"
                | "attempt"
                | "hospital"
                | "teenager"
                | "younger"
                | "ago"
                | "since"
                | "recently"
                | "yet"
                | "now"
        )
    })
}

/// Words of an answer that add nothing to its yes or no.
pub(crate) fn is_plain(keys: &[String]) -> bool {
    const PLAIN: &[&str] = &[
        "no",
        "nope",
        "nah",
        "yes",
        "yeah",
        "yep",
        "never",
        "none",
        "not",
        "at",
        "all",
        "i",
        "do",
        "dont",
        "have",
        "havent",
        "god",
        "oh",
        "nothing",
        "like",
        "that",
        "absolutely",
        "definitely",
        "of",
        "course",
        "no,",
        "really",
        "havent",
        "ive",
        "had",
        "any",
        "thoughts",
        "feel",
        "safe",
        "home",
        "im",
        "anything",
        "those",
        "am",
        "think",
        "so",
        "gosh",
        "certainly",
        "doctor",
        "thank",
        "you",
    ];
    let rest = keys.iter().filter(|k| !PLAIN.contains(&k.as_str())).count();
    let hedged =
        keys.windows(2).any(|w| w[0] == "not" && w[1] == "really") || keys.iter().any(|k| k == "think");
    rest == 0 && !hedged
}
