//! What surrounds a statement: story, game, work, dream, somebody's question, a trifle, laughter, time, persons, negation.
//!
//! Principle: assertion status of findings in clinical text (Chapman et al. 2001, NegEx; Harkema et al. 2009, ConText:
//! negated, historical, hypothetical, other experiencer), written here for everyday talk.

use super::Row;
use crate::risk::sign::Frame::{Asked, Dream, Fiction, Game, Laugh, Real, Trifle, Work};
use crate::risk::sign::Mark::{
    Bound, Frame as F, I, Not, Now, Past, Present, Raise, Recent, Remote, Says, Someone, Subject, They, Tool,
    Unnot, You,
};

pub(crate) const ROWS: &[Row] = &[
    (F(Fiction), FICTION),
    (F(Game), GAME),
    (F(Work), WORK),
    (
        F(Dream),
        &[
            "(dream|dreams|dreamt|dreamed|nightmare|nightmares) *1 (where|that|about|last|in which|and|i \
              was|was|had|again|of being|in)",
            "(in|had) *1 (a|my|this|the|weird|bad|strange|horrible) *1 (dream|nightmare)",
        ],
    ),
    (F(Asked), ASKED),
    (F(Trifle), TRIFLE),
    (F(Laugh), &["haha|hahaha|hahah|lol|lmao|lmfao|rofl|hehe|skull|xd|jk|lolol|loll"]),
    (
        F(Real),
        &[
            "(not|is not|more than|is it really|not really) *2 (just|only)? *1 (a)? *1 (story|fiction|\
              song|joke|character|game|novel|hypothetical|poem|lyric|research|essay)",
            "(character|hero|heroine|girl|boy|person|protagonist|friend|story|poem|man|woman|narrator|it) \
              *4 (is|was|based on|about|means|really) *2 (me|myself|my own life|about me|my life|i am the \
              one)",
            "(i feel|i am|same|just|exactly) *2 (like|as) *2 (the|that|her|him|this) *1 (character|hero|\
              song|girl|boy|book|film|protagonist|movie|lyrics|lyric)",
            "(and|but|then|because|except) i *1 (feel|am|do|really do|mean it|want|have|think|relate|\
              agree) *2 (the same|too|that way|like that|exactly)",
            "(how i feel|exactly me|is me|my life|i relate|that is me|describes me|sums me up|speaks to me)",
        ],
    ),
    (Remote, REMOTE),
    (Recent, RECENT),
    (Now, NOW),
    (Present, &["want|wish|am|will|need|can|feel|think|hope|keep|is|are|plan|has|thinking|going"]),
    (
        Past,
        &["was|were|had|did|wanted|tried|used|thought|felt|wished|attempted|took|got|been|would|could|\
              made|came|went|swallowed|overdosed|hit|beat|raped|abused|molested|choked|harmed|burned|\
              jumped|planned|needed|threatened|stalked|followed|forced|touched|kept|locked|became|stopped|\
              started|hurt|cut|hated|saw|drank"],
    ),
    (
        Not,
        &[
            "not|never|no|without|nor|neither|hardly|nobody|none|deny|denied|denies|denying",
            "(rather|instead|far|free|protected|kept|keeps|keep|stopped|stops|safe) (than|of|from)",
            "(anything|nothing) (but|like)",
        ],
    ),
    (
        Unnot,
        &[
            "stop|help|quit|resist|avoid|escape|shake|deny|promise|guarantee|wait|hide|lie|ignore|forget|\
              only|just|because|control|trust|believe|understand|tell|told|care|matter|regret|sure|know|\
              knows|joking|kidding|exaggerating|afraid|scared|mind|whether|everyone|wonder|surprised|\
              worry|surprise|same|handle|cope|bear|survive|sleep|eat|more|enough",
            "(so|this) (sure|much|badly|bad|ready|certain|close|low|serious|hopeless|suicidal)",
        ],
    ),
    (
        Bound,
        &[
            "but|because|though|although|except|until|unless|however|cause|yet|anymore|so|then|since|\
              instead|still|only",
            "(and|or) (i|he|she|they|now|then|that|just|my|it|we|you|im)",
            "(if|when|where|while|who|what|whose)",
        ],
    ),
    (
        Raise,
        &["think|believe|feel|say|said|mean|suppose|saying|thinking|suggest|suggesting|claim|guess|\
              imply|implying|as|like|that|feeling|thought|imagine|expect|means|consider|plan|planning|\
              want|want|need|where|if|to|whether"],
    ),
    (I, &["i|me|my|myself|mine|we|us|our|ours|ourselves"]),
    (Subject, &["i|we"]),
    (You, &["you|your|yourself|yours"]),
    (
        They,
        &["he|she|they|him|her|them|his|their|himself|herself|themselves|@kin|@folk|people|everyone|\
              everybody|someone|somebody|anyone|anybody|who|character|hero|kid|kids|child|children|\
              teenager|teen|teens|teenagers|son|daughter|baby|men|women|nobody|patients|students|clients|\
              others|person|one"],
    ),
    (Someone, &["he|she|they|@kin|@folk|character|hero|heroine|protagonist"]),
    (
        Tool,
        &["@means|@vehicle|@height|jump|jumping|hanging|hang|drown|drowning|overdosing|river|sea|pills|\
              petrol|bat|axe|hammer|machete|cliff|tracks|ocean|sleeping|tree|poison|water"],
    ),
    (
        Says,
        &["~say|~tell|~text|~write|~post|~message|~shout|~yell|~sing|~quote|~scream|~joke|~email|~type|\
              ~comment|lyrics|lyric|line|goes|title|titled|called|song|chorus|tweet|meme|caption|shirt|\
              sign|poster|headline|slogan|phrase|expression|read|reads|like"],
    ),
];

const FICTION: &[&str] = &[
    "(book club|editor|screenplay|film|movie|movies|films|character|characters|narrator|audiobook|trilogy|\
      fantasy|author|poet|director|actor|actress|audition|cosplay|ballad|album|playlist|rehearsal|\
      rehearsals|understudy|pantomime|panto|soap|box set|whodunnit|detective)",
    "novel|novels|screenplay|fanfic|fanfiction|sitcom|screenwriter|anime|manga|musical|opera|protagonist|\
      villain|antagonist|plotline|storyline|subplot|playwright|shakespeare|hamlet|ophelia|romeo|juliet|\
      macbeth|netflix|sequel|fictional|fiction|thriller|dystopian|webtoon|podcast|documentary|trailer|\
      lyric|lyrics|rapper|chorus",
    "(short|horror|ghost|detective|crime|love|war|my|a|the|this|writing|write|wrote|in|fantasy|vampire|\
      zombie|murder|creative) (story|stories|book|film|movie|poem|script|play|show|series|comic|song|\
      episode|scene|drama|chapter|musical|plot|mystery) !of my life",
    "(watched|watching|watch|watches|seen|saw|reading|read|rewatching|rewatched|binge|binged|finished|\
      listening to|listened to|acting in|auditioning|directing|rehearsing|singing|sang|streaming|\
      performing|staging) *4 (film|movie|show|series|book|play|episode|season|novel|song|album|musical|\
      drama|documentary|opera|horror|comic|finale|trailer|scene|succession|poem|part|track|podcast|\
      thriller|mystery|crime)",
    "(main|a|the|his|her|my|this|that|one|favorite|dungeons|d and d|supporting|title|female|male) *1 \
      (character|characters|lead|narrator|hero|heroine) *6",
    "(scene|season|episode|chapter|act|verse) (#|one|two|three|four|five|where|in which|when)",
    "(lyrics|lyric|quote|line|verse|song|poem|band|rapper|singer|artist) *4 (by|from|says|goes|that|where|\
      called|is|about|sings)",
    "(role|part) of *2",
    "(game of thrones|breaking bad|the walking dead|john wick|squid game|harry potter|star wars|thirteen \
      reasons|13 reasons|true crime|hunger games|grand theft auto|sylvia plath|virginia woolf|anna \
      karenina|werther|nirvana|radiohead|evanescence|linkin park|metallica|queen song|billie eilish|\
      eminem|my chemical romance|heathers|les mis|les miserables|dear evan hansen|law and order|criminal \
      minds|dexter|coronation street|eastenders|csi)",
    "(school|amateur|am dram|community) (play|drama|musical|production|theatre|theater)",
    "(drama|theatre|theater|creative writing|writing) (class|club|group|workshop|course|teacher|society|\
      circle)",
    "(writing|write|drafting|editing|working on|plotting|finished|wrote) *3 (a|my|the|this|second|another|\
      new) *2 (book|story|scene|script|character|play|novel|poem|song|chapter|thriller|mystery|musical|\
      draft|obituary for)",
];

const GAME: &[&str] = &[
    "boxing|sparring|sparred|judo|karate|jiu|bjj|wrestling|fencing|archery|rugby|hockey|stag|stags|deer|\
      venison|rat|rats|wasp|wasps|hornets|mole|moles|mice|pest|pests|slug|slugs|lobster|lobsters|crab|\
      crabs|trout|salmon|fishing|angling|hunting|pheasant|pheasgrouse|duck|ducks|goose|rabbits|clays|clay|\
      abattoir|butcher|butchery|slaughtered|slaughter|recipe|onion|onions|chopping|whetstone|marinade|\
      barbecue|pigs|lambs|chickens|foxes|ants|cockroaches|fleas|bolognese|fillet|filleting|carcass|\
      sausages|goalie|tournament|innings|wicket|tackle|referee|quarterback|striker|dartboard|darts|\
      paintballing|dlc|modded|multiplayer|tabletop",
    "game|games|gaming|gamer|minecraft|fortnite|valorant|roblox|gta|skyrim|zelda|overwatch|warzone|cod|\
      csgo|raid|npc|npcs|pvp|respawn|respawned|speedrun|playstation|xbox|nintendo|dnd|larp|laser|\
      paintball|chess|sims|pubg|lobby|elden|witcher|pokemon|doom|hitman|killstreak|teammates|airsoft",
    "(call of duty|league of legends|the sims|dark souls|elden ring|red dead|final fantasy|d and d|\
      dungeons and dragons|among us|mario kart|resident evil|the last of us|hades|stardew|laser tag|team \
      deathcapture the flag|boss fight|boss battle|final boss|side quest|level # |video game|my character|\
      first person shooter|battle royale|world of warcraft|apex legends|rainbow six|assassins creed|board \
      game|role play|roleplaying|escape room|magic the gathering|counter strike|baldurs gate)",
    "(level|boss|quest|loot|xp|spawn|headshot|headshots|sniper|zombies|zombie|orc|dragon|squad|clan|guild|\
      mob|mobs|enemy|enemies|lives left|extra life|save point)",
];

const WORK: &[&str] = &[
    "headline|headlines|newspaper|sermon|reporter|journalist|bulletin|broadcast|museum|exhibition|memoir|\
      biography|autobiography|dissertation|coursework|criminology|syllabus|revision|revising|lecturer|\
      curriculum|inquest|statistics",
    "(on|in) the (radio|news|paper|papers|telly|tv|internet news)",
    "(did you|have you) *1 (see|hear|read) *2 (about|that|the)",
    "(terrible|awful|shocking|sad|horrible|tragic) *1 (what happened|about|news|story|case) *2",
    "(i teach|i lecture|i train|my students|my pupils|my patients|my clients|our patients|our clients|our \
      ward|the ward|my ward|on shift|night shift|on call|my caseload)",
    "(i am|as|she is|he is|work as|job as|training as|trained as|retired|being) *1 (a|an) *2 (nurse|\
      officer|trainee|paramedic|carer|worker|teacher|vet|doctor|gp|lawyer|solicitor|barrister|magistrate|\
      judge|police|firefighter|soldier|undertaker|funeral director|priest|vicar|chaplain|translator|\
      interpreter|pharmacist|dispatcher|librarian|researcher|student|journalist|psychologist|counselor|\
      therapist|psychiatrist|coroner|pathologist|farmer|butcher|gamekeeper|slaughterman|lifeguard|coach|\
      guard)",
    "(article|essay|paper|podcast|documentary|book|chapter|module|unit|course|talk|lecture|exam|seminar|\
      training) *2 (on|about|called)",
    "(what is|what are|what does|how is|how are|how do|explain|define|difference between) *4 (called|mean|\
      defined|treated|managed|measured|law|theory|signs of|symptoms of|stages of|risk factors|research|\
      difference|statistics|average|most common|legal|assessed|policy)",
    "(writing|write|working on|wrote|researching|researched|studying|study|doing|preparing|prepare|\
      presenting|teaching|finishing|marking|reading|reviewing|submitting|need|taking|attending|delivering|\
      running|designing|have|completing) *4 (essay|paper|dissertation|thesis|research|presentation|\
      assignment|report|course|module|class on|lecture|training|article|project|literature review|policy|\
      workshop|seminar|study|case study|exam on|textbook|homework on|coursework|leaflet|risk assessment|\
      protocol|curriculum|blog post|webinar|guideline|campaign|poster)",
    "(as|i am|work|working|worked|trained|training|volunteer|volunteering|studying|train|i was) *2 (as|to \
      be|to become|at|for|in|with)? *2 (a|an|the)? *2 (nurse|therapist|counselor|psychologist|\
      psychiatrist|paramedic|gp|doctor|teacher|social worker|researcher|journalist|pharmacist|student \
      nurse|medical student|psychology student|crisis line|crisis volunteer|helpline|samaritans|hotline|\
      midwife|police officer|firefighter|epidemiologist|pathologist|clinician|coroner|lifeguard|\
      toxicologist|peer supporter|chaplain|psychology|criminology|nursing|forensic|youth worker|emt|\
      medicine|school counselor|criminologist|pharmacology|public health|palliative care|hospice nurse|\
      veterinarian|vet|support worker|lawyer|solicitor|barrister)",
    "(statistics|statistic|prevalence|epidemiology|risk factors|warning signs|research shows|literature|\
      meta analysis|prevention|awareness|symptom checker|definition|criteria|assessment tool|screening \
      tool|training course|safeguarding training|first aid|mental health first aid|stigma|policy|\
      legislation|seminar|textbook|questionnaire|data on|dataset|conference|hypothesis|curriculum|lecture|\
      keynote)",
    "(what|how) (is|are|does|do|many|should|would|can|common) *4 (professionals|clinicians|nurses|\
      teachers|doctors|therapists|counselors|countries|schools|people|hospitals|researchers|patients|\
      adolescents|teenagers|teens|a clinician|a therapist|the difference|the law|the definition|suicide|\
      rate|rates|percentage) *6",
    "(my|a|our) (patient|patients|client|clients|supervisee|caseload|research participants|trainees|\
      professor|lecturer|supervisor asked us|tutor) *3 (presented|presents|on the ward|disclosed in|asked \
      us|gave us|set us|assigned|wants us|who present)",
    "(for|in) (my|a|the|our|an) *2 (class|essay|dissertation|course|thesis|assignment|paper|training|exam|\
      module|degree|psychology|research|presentation|job|work|study|project|lecture|homework|placement|\
      article|sociology|history|seminar)",
    "(history|historical|news|article|newspaper|headline|headlines|reported|police said|documentary) *4",
    "(on|in) the news",
];

const ASKED: &[&str] = &[
    "(asked|asks|asking|ask|wondered|wondering|wanted to know|checked|questioned) *2 (me|us)? *1 (if|\
      whether|about) *3",
    "(think|thinks|thought|assume|assumes|assumed|afraid|worried|worries|convinced|believes|reckons|worry|\
      panicked) *1 (that)? *1 i *2 (am|was|want|would|might|will|going)",
    "(form|questionnaire|survey|screening|quiz|test|app|leaflet|checklist|gp|doctor|nurse|therapist|\
      counselor) *4 (ask|asks|asked|about|question|questions|says) *3",
];

const TRIFLE: &[&str] =
    &["(homework|maths|math|meeting|meetings|traffic|wifi|printer|spreadsheet|spreadsheets|commute|zoom|\
      email|emails|queue|lag|lagging|monday|mondays|spoiler|spoilers|parking|laundry|dishes|essay|group \
      project|algebra|calculus|chemistry|physics|pe|gym|leg day|squats|burpees|workout|diet|ikea|gluten|\
      autocorrect|buffering|tiktok|tickets|ticketmaster|playlist|advert|ads|powerpoint|slides|commercials|\
      song again|christmas music|baby shark|alarm|update|software|presentation|deadline|hangover|small \
      talk|dentist|taxes|tax return|admin|coursework|revision|quiz|pop quiz|practice|rehearsal|dress code|\
      karaoke|outfit|shoes|haircut|bangs|fringe|season finale|finale|cliffhanger|leftovers|sandwich|\
      coffee|pizza|snacks|charger|remote|toilet seat|dishwasher|snoring|snores|training|shift on saturday|\
      spelling|typo|typos|chores|uniform|bus late|late bus|crush saw|crush|embarrassing|embarrassed|\
      cringe|jeans|waxing|onions|spicy|chilli|hiccups)"];

const REMOTE: &[&str] = &[
    "(#|@num|many|some|several|couple of|few|good few|long|all those|so many) *1 (years|year|decades|\
      decade|yrs) (ago|back|before|earlier|now clean|clean|sober|free|since i|in recovery|in remission|\
      old story|since my last|since the last)",
    "(years|decades|decade|ages|long time|lifetime) *1 (ago|back|earlier|now since)",
    "when i was *3 (kid|child|young|younger|little|teenager|teen|student|#|small|girl|boy|school|college|\
      university|uni|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|ten|eleven|nine|\
      eight|seven|six|five|twenty|thirty|my twenties|an adolescent|in my|teens|still married|pregnant \
      with|first married|married to)",
    "(as|since) a *1 (kid|child|teenager|teen|student|young|adolescent|girl|boy|youth)",
    "(in|during|back in|through) *1 (my|the)? *2 (teens|twenties|thirties|youth|childhood|adolescence|\
      early twenties|past|eighties|nineties|seventies|sixties|college days|school days|university days|\
      20s|30s|80s|90s|70s|60s|teenage years|younger days)",
    "(back) (then|when|in the day|in #|at school|in high school|in college)",
    "(used to)",
    "in # !days|weeks|minutes|hours|months|years|the",
    "(last) (year|decade|century)",
    "(long|way) (ago|before)",
    "once (upon|when i was|years|as a|in my|a long)",
    "(in high school|in secondary school|at university years|first marriage|my first husband|my first \
      wife|previous marriage|old relationship|ex husband used|before i (met|got help|got sober|started \
      therapy|had|moved|was diagnosed|left))",
    "(months|years|year) (clean|sober|free|in recovery|without (cutting|self harm|selfharm|hurting)|self \
      harm free|since i last|out of that|away from)",
    "ancient history",
    "(recovered|got better|well now|behind me|moved on|healed|in the past|past now|all over now|long gone|\
      no longer|not anymore|history now|different person|over it now|safe now|free now|stable now)",
    "(months ago|few months back|months back|last spring|last summer|last winter|last autumn)",
];

const RECENT: &[&str] = &[
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "(yesterday|recently|lately|still|again|anymore|currently|keeps|keep)",
    "(last|this|past|other) (night|week|weekend|morning|afternoon|evening|few days|couple of days|few \
      weeks|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday|couple of weeks|day|two weeks|\
      two days|hour|few hours)",
    "(#|@num|few|couple of) *1 (days|weeks|hours|minutes|nights|day|week|hour) (ago|back|now)",
    "(every (day|night|week|time|weekend|month|morning|evening)|all the time|each night|most (days|\
      nights)|constantly|always|whenever|sometimes|often|daily|weekly)",
    "(for (weeks|days|months|the past|the last|a while|years now|years)|since (then|last|the|my|he|she|i|\
      christmas|it))",
    "(earlier|just|started|starting|began|coming back|are back|is back|relapsed|now)",
];

const NOW: &[&str] =
    &["(tonight|today|right now|now|this (minute|moment|instant|second|evening|afternoon|morning|weekend|\
      very)|tomorrow|soon|immediately|at the moment|as we speak|any minute|in an hour|in a few (hours|\
      minutes)|about to|before (morning|midnight|dawn|work)|by (morning|tomorrow|tonight|midnight|monday|\
      the weekend)|later today|after (this|work|school|dinner)|any day now|already|just now|currently)"];
