//! What the other side asks, and how it is answered.

use super::Row;
use crate::risk::sign::Mark::{Ask, Reply as R};
use crate::risk::sign::Reply::{Back, Fine, No, Often, Unsure, Yes};
use crate::risk::sign::Topic;

pub(crate) const ROWS: &[Row] = &[
    (Ask(Topic::Accident), &["accident|accidental|accidentally"]),
    (Ask(Topic::Purpose), &["on purpose|deliberate|deliberately|intentional"]),
    (R(No), &["(was|were|is|are|did|do) not $"]),
    (
        R(Yes),
        &["^ *1 (i do|i have|i am|i did|i was|he does|he did|he has|she does|she did|she has|they do|\
              they did|they have|we do|it is|it has|it does|it was|he is|she is|i would|i will|i could|\
              that is right|that is true|always|most) $"],
    ),
    (Ask(Topic::DoIt), &["(do|doing|did|done) (it|this)", "end (your life|it)"]),
    (Ask(Topic::Overdose), &["overdose|overdosed"]),
    (R(Fine), &["(i am|i feel|i do feel|feel|feeling|am|yes) *2 (safe|fine|okay|ok|good|alright)"]),
    (
        R(Back),
        &["^ *1 (well|actually|sometimes|but|maybe|except|okay yes|ok yes|yes|i lied|that is not true|\
              not true|i mean|only|once|if i am honest|to be honest|depends)"],
    ),
    (
        Ask(Topic::Taken),
        &[
            "(did you|have you) *2 (take|taken|swallow|swallowed) (them|it|all|everything|the lot|an \
              overdose|something)",
            "how (many|much) *3 (take|taken|swallow)",
            "(taken|swallowed|drunk|injected) *3 (anything|something|overdose|pills|tablets|them|any|it|\
              more)",
            "overdosed|swallowed",
        ],
    ),
    (
        Ask(Topic::Wish),
        &["you|your|yourself *8 (dead|death|dying|die|not be alive|not wake up|not waking up|not being \
              here|not be here|better off without you|life *3 worth|go on living|not living|not being \
              alive|reason to live|reasons for living|disappear|not want to be here|pass away|wake up in \
              the morning|not existing|wanting to be alive|want to live|giving up on life)"],
    ),
    (
        Ask(Topic::Suicide),
        &["(suicide|suicidal|kill yourself|killing yourself|killed yourself|end your life|ending your \
              life|taking your life|take your life|taking your own life|take your own life|end it all|\
              ending it all|ending it|end things|ending things|hurting yourself or ending|harm yourself \
              or|thoughts of ending|do something to end|end your own life)"],
    ),
    (
        Ask(Topic::Plan),
        &[
            "(plan|plans|planned|planning|method) *6",
            "(how) *2 (would|will|might|do|were|did) you *3 (do|plan|go|end|kill|hurt|harm|act|carry)",
            "(thought|think|thinking|considered|worked out|decided|ideas) *2 (about|of|on)? *1 (how|a way|\
              method|ways|what you would)",
            "what *3 (would|will|might|are) you *2 (do|use|going to do|planning|thinking of doing)",
            "specific (way|method|plan)",
        ],
    ),
    (
        Ask(Topic::When),
        &[
            "(when|what time|what day|how soon) *2 (would|will|are|do|were|might) *1 you *4",
            "(tonight|today|right now|soon|this week|set a date|a date|timeline)",
            "(in mind) *2 (when|day|date|time)",
        ],
    ),
    (
        Ask(Topic::Intent),
        &[
            "(meaning to|going to take|planning to take|going to use|going to do|intend|intention|intent|\
              going to act|act on|acting on|likely|going to do it|follow through|carry it out|carry out|\
              go through with|about to|will you|want to act|mean to|decided to|intending|ready to do)",
            "(are|do) you *4 (do it|in danger|in immediate danger|danger right now|about to hurt)",
        ],
    ),
    (
        Ask(Topic::Means),
        &[
            "(access|have|has|at home|in the house|got|keep|with you|near you|nearby|around you) *8 (gun|\
              guns|firearm|firearms|weapon|weapons|pills|medication|medications|rope|means|knife|anything \
              you could use|anything you might use|tablets|blades|razor|insulin|what you need|things you \
              need|them with you|it with you)",
            "(gun|pills|rope|means|medication|tablets|knife|weapon|insulin|blade|blades|razor|firearm) *5 \
              (with you|near you|at home|in the house|to hand|where|within reach|beside you|there now|on \
              you|next to you|now)",
            "(get|have) hold of",
        ],
    ),
    (
        Ask(Topic::Attempt),
        &[
            "(attempt|attempted|tried|done anything|acted on|ever tried|try|started to do|done something|\
              prepare|preparing|steps) *6",
            "taken *4 (something|anything|pills|overdose|tablets)",
            "(have you|did you) *3 (taken|swallowed|already|hurt yourself|done anything)",
        ],
    ),
    (
        Ask(Topic::Injury),
        &[
            "(hurt|hurting|harm|harming|cut|cutting|burn|burning|injure|injuring|injured|harmed|scratch) \
              *1 (yourself|your (arms|arm|legs|thighs|wrists|wrist|skin|body))",
            "(self harm|selfharm|self injury|self harming|self injuring)",
        ],
    ),
    (
        Ask(Topic::Others),
        &[
            "(hurt|hurting|harm|harming|kill|killing|attack|shoot|stab|hit|violence|violent|shooting|\
              attacking) *3 (him|her|them|someone|somebody|anyone|others|people|anybody|else|neighbor|\
              boss|wife|husband|towards|@kin|@folk)",
            "(someone else|anyone else|other people|towards others) *4 (harm|danger|hurt|risk)",
        ],
    ),
    (
        Ask(Topic::Abuse),
        &[
            "(he|she|they|someone|anyone|anybody|partner|husband|wife|boyfriend|girlfriend|somebody|@kin) \
              *5 (hit|hits|hurt|hurts|hurting|hitting|force|forced|forces|threaten|threatened|threatens|\
              threatening|touch|touched|choke|choked|strangled|hands on you|abuse|abused|abusing|control|\
              controls|controlling|physical|violent|afraid|strangle|hit you|taken your|take your|took \
              your|kick|slap|punched)",
            "(afraid|scared|frightened) of *1 (him|her|them|your|anyone|someone)",
            "(being|been|get|getting) *2 (hurt|hit|abused|threatened|forced|beaten|exploited|stalked|abused)",
            "(hit|hurt|choked|touched|strangled|threatened|forced|beat|pushed|slapped|kicked) you",
        ],
    ),
    (
        Ask(Topic::Treatment),
        &[
            "(taking|take|stopped|stop|taken|missed|skipping|skipped|using|refuse|refusing|had) *4 \
              (medication|medications|meds|insulin|tablets|medicine|treatment|dialysis|pills|injections|\
              doses)",
            "insulin|dialysis|chemo",
        ],
    ),
    (
        Ask(Topic::Vital),
        &["insulin|dialysis|chemo|chemotherapy|oxygen|warfarin|transplant|seizure|diabetes|heart|kidney|hiv"],
    ),
    (Ask(Topic::Stopped), &["stopped|skipping|refusing|quit"]),
    (
        Ask(Topic::Ever),
        &["ever|previously|younger|history", "(in the past|before) !few|couple|week|month|year|we|i|our|bed"],
    ),
    (Ask(Topic::Eating), &["(eating|eaten|eat|meal|food|drinking|drunk anything|ate)"]),
    (
        Ask(Topic::Child),
        &[
            "(child|children|baby|kids|son|daughter|toddler|little one) *8 (hurt|hit|harm|safe|shake|\
              shaken|harming|hurting|danger|alone|hitting|injured|smack)",
            "(hurt|hurting|harm|harming|hit|hitting|shake|shaken|shook|shaking) *3 (child|children|baby|\
              kids|son|daughter|toddler|him|her|them)",
        ],
    ),
    (Ask(Topic::Weapon), &["(gun|guns|weapon|weapons|knife|firearm|firearms|rifle) *3"]),
    (
        Ask(Topic::Promise),
        &[
            "(keep|stay|be|remain|keeping) *1 (yourself)? *1 safe *4 (tonight|today|now|until|for|right|\
              from|this|yourself|$)",
            "(keep yourself|stay|you will be|you be|get through the night|get through tonight) *1 (safe|\
              okay|alive)",
            "(promise|agree|commit|can you assure|trust yourself|able to keep|guarantee|reassure me) *6",
        ],
    ),
    (
        Ask(Topic::Safe),
        &[
            "(are|do|is|feel|feeling) *1 (you)? *2 (feel|feeling|be)? *1 safe *4 (home|at home|with|there|\
              right now|now|where|around|in|here|$)",
            "safe (at home|with (him|her|them|your)|in your|there|where you|right now|now|here|in the)",
            "(is it|are you|somewhere) *1 safe *3",
        ],
    ),
    (
        R(Yes),
        &[
            "^ *1 (yes|ok|okay|sure|correct|exactly|definitely|absolutely|mm|indeed|affirmative|si|\
              obviously|totally|certainly|kind of|sort of|sometimes|maybe a little|a little|a bit|a lot|\
              unfortunately|both|all of (them|it|that|the above)|all of that|i think so|i guess|i suppose|\
              i guess so|i suppose so|probably|guilty|once or twice|a few times|more than once|more than \
              i|lately|recently|once|twice|i think about it|more and more|pretty much|basically|how did \
              you know|you could say|of course|uh huh|mmm|not anymore but|in a way|at times|on and off|\
              from time to time|often|too often|occasionally|here and there|well yes|fairly)",
            "^ (yes)",
            "(yes|i do|i have|i am|sometimes|i think so|i guess so) $",
        ],
    ),
    (
        R(Often),
        &["(every (day|night|hour|morning|minute|evening|week|time|single day|waking)|all the time|\
              constantly|most (days|nights|mornings|evenings|of the time)|daily|nightly|always|nonstop|\
              non stop|all day|all night|more and more|several times|many times|a lot|every few|multiple \
              times|# times|nearly every|almost every|since (i|the|he|she|my|last|christmas|it)|for \
              (weeks|months|days|years|a while|a few|about|the past|ages)|often|more often|lots|pretty \
              often|frequently|regularly|hourly|too often)"],
    ),
    (
        R(No),
        &[
            "^ *1 (no|never|none|nothing|not at all|not really|absolutely not|of course not|god no|no way|\
              not anymore|i do not|i have not|i am not|i would not|i did not|i will not|not now|i could \
              not|he does not|he has not|she does not|they do not|i would never|not that|definitely not|\
              nothing like that|not currently|not lately|not even|neither|heavens no|goodness no|hell no|\
              i can not|certainly not|not in|not for|not since|not like that|i really can not|i honestly \
              can not|not tonight|not today|not right now|not safe|he did not|she did not|he never|she \
              never)",
            "^ (oh|well|honestly|god|gosh|um|ha|haha|lol|thankfully|thank god) *1 (no|never|not)",
        ],
    ),
    (
        R(Unsure),
        &[
            "(do not know|not sure|not certain|unsure|maybe|perhaps|might|rather not (say|talk|answer)|do \
              not want to (say|talk about it|answer|talk about that)|can not (say|answer|promise|\
              guarantee)|hard to say|depends|does it matter|why does it matter|why do you (ask|care|want \
              to know)|i would rather not|no comment|possibly|could be|what if i (did|am|was|do|have)|if \
              i tell you|does not matter|can i|will you tell|who cares|so what|i plead|pass)",
            "^ (probably not|not really|i guess not|i do not think so|i suppose not|i hope so|i hope not|\
              i will try|i can try|trying|try)",
        ],
    ),
];
