//! Risk to others: threats, violence, weapons, attacks on many, children in the speaker's care.
//!
//! Principle: duty to protect and threat assessment (Meloy et al. 2012, warning behaviours: pathway, fixation,
//! identification, leakage, last resort); HCR-20 intent, target, means; command hallucinations (MacArthur study);
//! safeguarding children (Working Together 2023).

use super::Row;
use crate::risk::sign::Mark::Sign as S;
use crate::risk::sign::Sign::{
    ChildFear, ChildHarm, Grievance, HarmThought, Mass, Threat, ThreatNow, Violence, Voices, Weapon,
};

pub(crate) const ROWS: &[Row] = &[
    (S(HarmThought), HARM_THOUGHT),
    (S(Threat), THREAT),
    (S(ThreatNow), THREAT_NOW),
    (S(Mass), MASS),
    (S(Grievance), GRIEVANCE),
    (S(Weapon), WEAPON),
    (S(Voices), VOICES),
    (S(Violence), VIOLENCE),
    (S(ChildFear), CHILD_FEAR),
    (S(ChildHarm), CHILD_HARM),
];

const HARM_THOUGHT: &[&str] = &[
    "(thoughts|thought|think|thinking|fantasies|fantasize|fantasise|fantasizing|fantasising|images|urge|\
      urges|dream|dreaming|visions|imagine|imagining|daydream|ideas|picture|picturing|obsessed|consider|\
      considering|thoughts) *3 (of|about|to|with|on)? *3 @harm *1 (my|the|his|her)? *2 (@him|others|other \
      people|people|neighbor|wife|husband)",
    "(homicidal|homicidal thoughts|murderous|violent thoughts|violent urges|violent fantasies|murderous \
      thoughts)",
    "(afraid|scared|worried|terrified|frightened|fear) *3 (might|will|going to|may|could|of|am going to|\
      what i might) *3 (@harm|do something to|snap and|lose control and|hurting|do to) *1 (my|the)? *2 \
      (@him|others|someone|wife|husband)",
    "(want|wanted|feel like|wish i could|tempted) *1 (to)? *2 (hurt|punch|hit|slap|smash|harm|make *3 \
      suffer|make *3 pay) *1 (my|the)? *2 (@him|others|someone|face|faces)",
    "(might|could|going to|will|about to|am afraid i will|may) (snap|lose it|lose control|explode) (and|\
      on|with|at) *4 (hurt|someone|him|her|them|kill|people|kids|do something)",
];

const THREAT: &[&str] = &[
    "(put|putting) (him|her|them|someone) (in|under|six feet) *2 (ground|grave|hospital|box|coffin|under|\
      morgue)",
    "take (his|her|their) (life|lives|head off|eyes)",
    "(put|putting) one in (him|her|them)",
    "(has|have|needs|ought) to be (opened up|put down|dealt with|killed|stopped for good|ended|bled|cut \
      open|cut out|destroyed)",
    "(put|slipped|putting) something in (his|her|their) *1 (tea|drink|food|coffee|dinner)",
    "(smash|smashing|cave|caving|bash|bashing|crush|crushing) (his|her|their) *1 (skull|head|face|teeth) \
      *2 (in)?",
    "make sure (nobody|no one|noone) *2 (has|gets|have) (her|him|them)",
    "i *3 (want|wanted|would like|wish|wishing|ready|need|urge|dream|feel like|desire|itching|tempted|\
      love|dying|deserve) *2 (to|of|i could)? *3 @slay *1 (my|the|this|that|his|her)? *2 @him !at",
    "(want|wants) (to)? *1 (kill|murder|strangle|shoot|stab|choke) *1 (my|the|this|that)? *2 (@him|\
      someone|people)",
    "i *2 want *1 (my|the)? *1 (@him) (dead|to die|to suffer|to bleed|gone for good|six feet under)",
    "want (him|her|them|my *1 (@kin|@folk)|the bastard) *1 (to)? (dead|die|suffer|bleed)",
    "(thinking|think|thoughts|thought|fantasies|fantasize|plan|plans|planning|obsessed|fantasizing|\
      considering|dreaming|imagining|imagine|picturing) *2 (of|about|to|with|on|how)? *4 @slay *1 (my|the|\
      this|that|his|her)? *2 (@him|someone|neighbor)",
    "(~deserve) to (die|be killed|be shot|suffer|burn|bleed|be dead|be stabbed)",
    "(should|ought to|deserve to) be (shot|killed|dead|hanged|strung up|put down|burned|executed|stabbed|\
      beaten)",
    "i *2 (could|would|might|may) *2 @slay *1 (my|the|this|that)? *2 @him (and|with|right|for what|if|\
      when|next|without|one|in|myself)",
    "(make|making|watch|see) *1 (my|the)? *1 (him|her|them|@kin|@folk|those *2) *2 (pay|suffer|regret|\
      bleed|beg|scream|hurt|sorry) *4 (for|what|with|like|i|every|$)",
    "(beat|smash|kick|punch|bash|knock|cave|stab|slash|burn|torch) *3 (him|her|them|his|their|her head|\
      his head|his face|their house|his house|her house|his car|skull) *2 (up|senseless|in|to death|down|\
      unconscious|to a pulp|on fire|head|face|house|teeth) *2",
    "(burn|burning|torch|set fire to|fire bomb|firebomb|blow up|set alight) *2 (his|her|their|the|down|my|\
      that) *3 (house|flat|office|building|car|school|place|church|home|shop|down|mosque|synagogue|\
      restaurant)",
    "(hire|hired|pay|paying|find|found|paid|know) *2 (someone|somebody|a hitman|hitman|people|guys|a guy) \
      *2 (to|who will|who would|that will) *3 (@harm|take care of|deal with|sort|rough)",
    "hitman",
    "(hunt|hunting|track|tracking) *1 (him|her|them|my *1 (@kin|@folk)|that *2|those *2) *1 (down)",
    "(only|one) *2 way *4 (kill|get rid of|if he is dead|if she is dead|is him dead|his death|her death|\
      blood)",
    "(someone|somebody|people|they|he|she|everyone) *2 (is|are|will|going to|has to|have to|deserves to) \
      *1 (going to)? *2 (get hurt|die tonight|bleed|pay with|going to die|regret|pay for this|end up dead|\
      get killed|die for this|die|get shot|dead)",
    "(he|she|they) (is|are) (dead|a dead man|dead meat|finished) (when|if|once|the next|tonight|the \
      moment) *4",
    "(know|knows|know where|found|found out|found where) *1 (where)? (he|she|they|my *1 (@kin|@folk)) *1 \
      (lives|works|parks|sleeps|walks|live|work|goes to school|will be|drinks) *8 (kill|pay|regret|gun|\
      knife|wait|waiting|get|sorry|hurt|shoot|bat|petrol|ready|done)",
    "(if i can not have|no one else (can|will) have|nobody else (can|will) have|nobody else is having|\
      nobody will have) (her|him|them)",
    "(take|taking|bring) (him|her|them|everyone|people|as many|others|my @kin|the kids|some of them|some \
      people|the children|a few of them) *3 (with me|down with me|out with me|with me when)",
    "(put|putting) *2 (poison|something|bleach|antifreeze|rat poison|pills|glass|arsenic) in *1 (his|her|\
      their|the) *1 (food|drink|tea|coffee|water|dinner|beer|soup)",
    "(run|running|ran) *1 (him|her|them|people|someone) (over|down) *1 (with|in|and|next|if|on|$)",
    "(poison|poisoning) (him|her|them|my *1 (@kin|@folk)|the neighbor|his|her|their) *2",
    "(next time|if) *6 (i will|i am going to|going to) *2 @harm *1 (my|the)? *2 @him",
    "(hurt|harm) (him|her|them|someone|somebody|people|others|my *1 (@kin|@folk)) *1 (badly|real bad|bad|\
      like|the way|tonight|if|when|so|really)",
];

const THREAT_NOW: &[&str] = &[
    "i *2 (am|will|have|swear|would|promise)? *2 (going to|about to|will|plan to|planning to|planning on|\
      intend to|decided to|ready to|on my way to|have to|waiting to|driving over to|go and|swear i will) \
      *3 @harm *1 (my|the|this|that|his|her|these|those)? *2 (@him) !at",
    "(going to|about to|will|gonna) *2 @slay *1 (my|the|this|that|his|her)? *2 @him",
    "i *2 (am|will) *2 (killing|shooting|stabbing|murdering|strangling) *1 (my|the)? *2 @him *3 (tonight|\
      today|tomorrow|when|now|if|one|soon|next|this)",
    "i *2 (have|got|made|making|bought|grabbed|took|with|carry|carrying|bring|bringing|brought|holding|\
      hold|hid|sharpened|loaded) *3 (plan|gun|knife|rifle|bat|hammer|axe|machete|petrol|acid|shotgun|\
      pistol|blade|weapon|crowbar|hatchet) *10 (him|her|them|boss|his house|her house|his door|outside|\
      wait|waiting|use it on|kill|shoot|stab|for when|face|the office|his place|neighbor|work) *3",
    "(waiting|parked|sitting|outside|driving|going|walking|heading|hiding|standing|way) *3 (outside|to|in|\
      round|for|over|near|at|behind|by)? *3 (his|her|their|the office|work|him|school|them|neighbors|ex|\
      exs|boss) *6 (gun|knife|bat|kill|hurt|petrol|make him pay|hammer|rifle|end this|teach|weapon|\
      machete|acid|make her pay|finish)",
    "(tonight|today|tomorrow|after work|this weekend) *3 (i|he|she|they) *4 (kill|dies|die|pays|dead|stab|\
      shoot|pay for|end him|hurt|gets what|get what)",
    "i *1 (am going to|will|going to) *2 (end|finish|get rid of|sort|do|deal with|take out|hurt|get) (him|\
      her|them|my *1 (@kin|@folk)|that bastard|the bastard) *2 (tonight|today|tomorrow|for good|forever|\
      once and for all|when|with|if|properly|off|permanently)",
    "(kill|shoot|stab|burn) (them all|all of them|everyone|everybody|every one of them|him and then \
      myself|her and then myself|them and then myself|us both|the whole family|my whole family|us all|my \
      family|my kids|my children|the children|the kids)",
    "(kill|shoot|stab) *4 (then|and|before) *2 (turn)? *2 (kill|shoot|hang)? (myself|the gun on myself|on \
      myself)",
    "(everyone|everybody|them all|all of them|as many as|all you|every one of you|they all|they are all) \
      *3 (going to)? (die|dead|will die|going to pay|be dead|will pay|get what is coming|are going to die|\
      going to be sorry)",
    "(gun|knife|bat|machete|hammer|axe|rifle) *4 (for|with|on) (him|her|them|my *1 (@kin|@folk)) *3 (name|\
      tonight|ready|when|if|$)",
];

const MASS: &[&str] = &[
    "(assembly|school|class|work|campus|college) *12 do not (come|go|turn up) in",
    "(teach|teaching|lesson) *3 (mosque|synagogue|immigrants|muslims|jews|temple|refugees)",
    "(mosque|synagogue|immigrants|muslims|jews|temple|refugees|hostel) *3 (need|needs|deserve|will get|\
      are going to get) *2 (teaching|lesson|burning|sorting|dealing with|what is coming|a bomb)",
    "(maps|map|plans|layout|floor plan|exits) *4 (building|school|office|station|mosque|church|mall|exits)",
    "we strike *4",
    "(going to|want to|will|plan to|planning to|ready to|about to|thinking of|think about|thinking about|\
      dream of|planned to|decided to|have to|intend to|tempted to|i) *2 (~shoot|~shoot up|~blow|~bomb|\
      ~burn|~attack|~gas|~poison|~massacre|~spray) *1 (up|down)? *2 (the|my|a|this|that|whole|our|people \
      at|everyone at|everyone in|them at|up the|at the|kids at|up my) *3 (school|mosque|church|synagogue|\
      office|mall|workplace|place|college|campus|university|club|concert|station|train|clinic|hospital|\
      crowd|parade|market|temple|building|stadium|festival|supermarket|cafeteria|classroom|work|assembly|\
      warehouse|town|city|factory|embassy|police station|water supply|gym|hall|mall)",
    "(school|mass|workplace|church|mall) (shooting|shooter|attack|massacre|killing|stabbing)",
    "i *1 (will|am|have|want to|know how to|can)? *1 (build|building|made|make|making|buy|bought|ordering|\
      plant|planting|set off|assemble|assembling|finish|finished|finishing|mixed|get the parts for) *3 \
      (bomb|bombs|pipe bomb|explosive|explosives|ied|detonator|suicide vest|nail bomb|molotov|molotovs|\
      pressure cooker)",
    "(wait|watch|see|just wait|remember|know|news|everyone will|they will all|you will all) *5 (what i do|\
      what happens|my name|on the news|hear about it|hear about me|remember me|know who i am|see what i|\
      know my name|hear my name|remember my name) *3 (school|monday|tomorrow|friday|pay|news|sorry|\
      assembly|die|name|next|work|laughing)?",
    "(do|doing|carry out|carrying out|commit|plan|planning|launch|stage|join|part of|prepare|preparing) \
      *2 (attack|attacks|massacre|bombing|killing spree|rampage)",
    "(my|a|the|finished|post|posting|wrote|writing|posted) (manifesto)",
    "(day of retribution|kill list|hit list|death list|list of (people|names|everyone|kids|teachers) *3 \
      (kill|die|dead|deserve|shoot|going|hurt|pay|get|first|bully|bullied|who wronged))",
    "(do not|stay|keep) *1 (come|go|away|off|at home|home) *2 (to|from)? *1 (school|work|class|campus|the \
      office|assembly) *3 (tomorrow|on monday|on friday|monday|friday|this|that day|next|on thursday|on \
      tuesday|on wednesday)",
    "(columbine|sandy hook|christchurch|dylan and eric|eric and dylan|breivik|elliot rodger|supreme \
      gentleman|parkland|utoya|harris and klebold|saint elliot|the shooter) *8 (right|hero|heroes|\
      understand|respect|admire|inspired|like them|legend|did it|copy|idol|beat their|saint|idea|plan|do \
      the same|makes sense|learned|god|relate|better)",
    "(admire|understand|respect|like|inspired by|worship|study|studied|obsessed with|copy|idolize|follow|\
      relate to|hero|beat|do a|do another) *4 (columbine|school shooters|mass shooters|shooters|the \
      shooter|terrorists|christchurch|breivik|elliot rodger|martyrs|the attackers|shooter manifestos|\
      klebold)",
    "(die|become|be|as|being|died) *2 (a)? (martyr|martyrdom|martyred)",
    "(cleanse|exterminate|eradicate|purge|wipe out|get rid of|eliminate|kill all|death to|gas|slaughter|\
      shoot) *3 (jews|muslims|immigrants|blacks|gays|infidels|christians|women|the unbelievers|\
      unbelievers|feminists|normies|migrants|kuffar|foreigners|foids|trannies|them all|those people|\
      hindus|refugees|asylum)",
    "(take|taking|bring|kill|shoot|get) *2 (as many|many) *3 (as|of|people|i can) *3",
    "(drive|plough|plow|ram|mow|go) *2 (straight)? (through|into|down) *4 (them|they|as they|people|crowd|\
      worshippers|queue)",
    "(drive|driving|ram|ramming|plough|plow) *4 (into|through) *1 (a|the)? *1 (crowd|people|pedestrians|\
      crowds|parade|protesters|march|protest|mosque|market)",
    "(poison|put something in|contaminate) the (water|food) *3 (supply|at|everyone|canteen|cafeteria|\
      school|them)",
    "(shoot|kill|stab) *3 (kids|students|people|everyone|teachers|classmates|bullies|colleagues|coworkers|\
      all of them|them all|them) *2 (at|in|who|when) *4 (school|work|class|office|college|assembly|\
      cafeteria|canteen|campus|laughed|bullied|they are|shift|meeting)",
    "(guns|gun|rifle|ammo|weapons|ak|ar15|ar) *6 (to|at|in|into) (school|class|work|the office|assembly|\
      campus|church|the mosque|the synagogue|college) *3",
    "(blow|blowing) *2 (up|everyone up|them up|it up|the place up) *3 (school|office|building|mosque|\
      church|station|place|work|train|people|with me|everyone)",
];

const GRIEVANCE: &[&str] = &[
    "(they|you|everyone|he|she|you all) *1 (will|are going to|is going to) *1 (all)? *1 (pay|regret|be \
      sorry|suffer|see|wish they|learn|remember|get what) *3 (for|this|it|soon|one day|what|$|when|coming|\
      me|had)",
    "(revenge|vengeance|get even|payback|retribution|get my own back|settle the score) *3",
    "(i|so) *3 hate *3 (so much|everyone|people|them all|all of them|him so much|her so much|the world) \
      *3 (hurt|burn|die|$|dead|rage)",
    "(rage|furious|fury|seething|anger) *4 (scares|scare|control|consuming|explode|boiling|violent|blind|\
      uncontrollable|black out|hurt|frightens)",
    "(watch the world burn|burn it all down|burn it all|tear it all down)",
    "(respect|understand|admire) *4 (killers|killer|murderers|people who snap|men who snap|guys who snap)",
];

const WEAPON: &[&str] = &[
    "(i|have|got|carry|carrying|bring|bringing|bought|buying|brought|keep|keeping|sharpened|sharpening|\
      own|took|getting|hid|hidden|hiding|grabbed|loaded|ordered|sleeping|sleep) *4 (gun|guns|knife|knives|\
      rifle|pistol|shotgun|machete|handgun|axe|hatchet|ammo|ammunition|bat|crowbar|acid|petrol|crossbow|\
      weapon|weapons|hammer|blade|revolver|firearm|firearms|glock)",
    "(gun|knife|machete|rifle|bat|weapon|pistol|hammer) *3 (in|under) my (bag|backpack|car|locker|coat|\
      pocket|desk|jacket|bed|pillow|trunk|boot|glovebox|room|rucksack)",
    "(gun|guns|rifle|shotgun|pistol|firearms) *3 (in the (house|home|cabinet|safe|closet|garage|car)|at \
      home|loaded|cabinet)",
];

const VOICES: &[&str] = &[
    "(voice|voices|god|satan|devil|demon|demons|angels|radio|tv|he|something|chip|spirits|messages|lord|\
      command|commands|jinn|shadow|thing in my head|entity|cameras) *6 (tell|tells|telling|told|say|says|\
      saying|order|orders|ordered|ordering|command|commands|commanding|want|wants|whisper|whispers|scream|\
      screams|instruct|instructs|demand|demands|keeps saying|instructing) *2 (me|that|i)? *2 (to|i|i \
      should|must|have to|need to|that i)? *4 (kill|hurt|stab|harm|die|do it|jump|shoot|burn|strangle|\
      sacrifice|smother|drown|attack|cut|murder|choke|throw|punish|end|slit|push|use the knife|get rid|\
      eliminate) *1 (my|the)? *1 (him|her|them|@kin|people|myself|everyone|someone|baby|neighbor|\
      neighbors|@folk|others|the|my|strangers|it)?",
    "(possessed|evil|demon|devil|changeling|replaced|impostor|imposter|antichrist|not my real) *6 (baby|\
      child|son|daughter|husband|wife|mum|mother|neighbor|dad|he|she|him|her) *6",
    "(baby|child|son|daughter|husband|wife|mum|mother|neighbor|dad) *4 (possessed|is evil|a demon|the \
      devil|changeling|been replaced|an impostor|an imposter|antichrist|not really my|poisoning me|is not \
      really|trying to poison me|cursed) *4",
    "(neighbors|neighbor|they|government|cia|mi5|people|family) *4 (poisoning|after me|spying|reading my \
      mind|controlling|plotting|coming for me|watching me through|implanted|gassing) *10 (get them first|\
      kill|stop them|hurt|first|knife|defend|end it|gun|ready for them|strike)",
    "(get|strike|kill|hit|stab|attack|stop) (him|them|her) (first|before they|before he|before she)",
];

const VIOLENCE: &[&str] = &[
    "i *2 (have|just|actually|really|did|lost it and|lost control and|snapped and|got so angry i|was so \
      angry i|ended up|went and|pushed and)? *2 (hit|punched|stabbed|shot|choked|strangled|beat|beaten|\
      attacked|slapped|shoved|kicked|headbutted|bit|burned|hurt|smacked|assaulted|raped|smashed|\
      threatened) *1 (up)? *1 (my|a|the|his|her)? *2 (@kin|him|her|them|someone|somebody|@folk|nose|jaw|\
      face|throat|by the throat|down the stairs|with a knife|ex)",
    "i (put|had|got|wrapped|held) *2 (my)? *1 (hands|hand|fingers|arm|knife|gun|pillow) *2 (around|round|\
      on|to|over|against) *1 (his|her|their|my *1 (@kin|wife)) *1 (neck|throat|head|face|mouth)",
    "i *2 (keep|have been|been|am) *1 (hitting|slapping|shoving|beating|choking|punching|hurting|pushing|\
      threatening) *1 (my|the)? *1 (@kin|him|her|them|@folk|residents|resident|clients)",
    "i *2 (lose it|lose my temper|lose control|get drunk|get angry|get mad|snap|drink) *3 (hit|hurt|push|\
      shove|slap|grab|throw) *2 (her|him|them|@kin|things at)",
];

const CHILD_FEAR: &[&str] = &[
    "(afraid|scared|terrified|worried|frightened|fear|might|could|going to|want|urge|urges|thoughts|\
      thought|think|thinking|images|about to|feel like|will|close|nearly|almost|imagine|tempted|scares|\
      wanted|impulse|keep seeing|visions|intrusive) *2 (to|of|about|i|that|that i)? *4 (~hurt|~harm|\
      ~shake|~smother|~drown|~throw|~drop|~kill|~suffocate|~hit|~choke|~stab|~slap|~strangle|~do \
      something to|~lose it with|~snap at|~drown|~abandon|~squeeze|~lash out at|~burn|~slam) *2 (him|her|\
      them|it|the|my|our|this|these)? *2 @child",
    "(want|urge|could|about to|almost|nearly|might|going to|feel like|scared i will|afraid i will|worried \
      i will) *3 (shake|smother|throw|drown|drop|suffocate|put a pillow over|put the pillow over|put \
      something over|hold under) *2 (him|her|it|the baby|them|my baby|the crying) *5",
    "(pillow|blanket|hand) *2 over *2 (face|mouth|head|nose) *5 (baby|crying|stop|quiet|cry|him|her|child|\
      sleep)",
    "(baby|toddler|newborn|child|kids|infant|son|daughter|twins) *12 (going to snap|might snap|hurt (him|\
      her|them|it)|shake (him|her|it|them)|throw (him|her|it)|make (him|her|it) stop|lose it|smother (him|\
      her|it)|something bad to (him|her)|shut (him|her|it|them) up|hands shake|drop (him|her|it)|do \
      something to (him|her|them)|under the water|against the wall|harm (him|her|them)|hit (him|her|them))",
    "(attracted|sexually attracted|sexual thoughts|sexual fantasies|aroused|turned on|sexual feelings|\
      urges|fantasies|look at) *4 (to|about|by|towards|toward|of|with|at) *3 (child|children|kids|minors|\
      boys|girls|little girls|little boys|my daughter|my son|my niece|my nephew|stepdaughter|underage|\
      young girls|young boys|teenagers|my students|my pupils|a minor|kid) *3",
    "(baby|kids|children|child|son|daughter|they) *2 (would be|are|is|be|better off) *2 (better off dead|\
      better off with me in heaven|safer in heaven|better in heaven|with me in heaven|with god|dead too)",
    "(save|spare|protect|take) *2 (my|the|our)? *1 (kids|children|baby|son|daughter|them|him|her) *3 \
      (from this world|from suffering|in heaven|with me to|to heaven|from the pain|from life)",
    "not (safe|trust myself) *2 (around|with|alone with) *2 @child",
    "(not|never) be (left)? alone with *2 (kids|children|baby|daughter|son|him|her|niece|nephew|girls|\
      boys) *3 (what i|might|urges|because|thoughts|anymore|trust|afraid)",
];

const CHILD_HARM: &[&str] = &[
    "(shut|locked|put|shoved|lock|shut) (him|her|them) in *1 (cellar|cupboard|shed|closet|garage|loft|\
      dark|basement|attic|crate|cage)",
    "(pillow|blanket|hand|bag) over *2 (face|mouth|head) *4",
    "(dropped|held|hold|dunked) (him|her|it|the baby) *2 (in|under) *2 (bath|water|tub)",
    "i (smacked|hit|slapped|punched|kicked|belted|beat) (him|her) *2 (hard|he fell|she fell|again|hard he|\
      hard she) *4",
    "(pictures|photos|videos) of *1 (kids|children|minors|little girls|little boys|young girls) (online)?",
    "(left|leave|leaving) *2 (children|kids|baby|son|daughter|toddler) *2 (on their own|alone|by \
      themselves|on his own|on her own)",
    "i *4 (touching|touched|touch) (her|him|them) *4 (asleep|sleep|sleeping|bed|bath|secret|private|\
      privates|there)",
    "i *3 (shook|shaken|hit|slapped|punched|kicked|burned|burnt|choked|beat|threw|dropped|smacked|spanked|\
      whipped|locked|grabbed|hurt|squeezed|dragged|belted|bit|pushed|shoved|smothered|drugged|strangled|\
      touched|molested|scalded|struck|pinned|lashed out at|tied|starved) *2 (at|up|by)? *1 (my|the|our|\
      his|her|a)? *2 (baby|babies|kid|kids|child|children|toddler|newborn|infant|son|daughter|stepson|\
      stepdaughter|grandson|granddaughter|boy|girl|twins|little one|niece|nephew|year old)",
    "(shook|shaking|shake|throwing|threw|hitting|shaken) (the|my) (baby|newborn|infant|toddler) *3",
    "(baby|toddler|newborn|infant|son|daughter|child|kid|he|she) *6 (i (shook|hit|threw|slapped|dropped|\
      burned|squeezed) (him|her|it|them)) *3 (hard|too|until|now|and|so|stopped|limp|not|quiet|against|\
      down|on)",
    "i (shook|shaken) (him|her|it) *6",
    "i (hit|slapped|smacked|belted|beat|whipped) (him|her|them) *4 (bruise|bruises|mark|marks|belt|bleed|\
      school|bled|too hard|cried|crying|cry|teacher|nose|teeth)",
    "(bruises|marks|bruise|mark|welts|handprint|burns|black eye) on *1 (my|the|his|her) *1 (son|daughter|\
      kid|kids|child|baby|boy|girl|sons|daughters|legs|arms|face|back|bottom) *4 (i|from me|me|my|because)",
    "(baby|newborn|infant|child|toddler|son|daughter) *5 (limp|not breathing|unresponsive|will not wake|\
      not waking|stopped crying after|stopped breathing|went quiet after|turned blue|floppy|having a \
      seizure|blue)",
    "(left|leave|leaving|locked|lock|locking|keep|kept|shut|shutting) *2 (my|the|our)? *2 (kids|baby|\
      children|toddler|son|daughter|child|newborn|infant|boy|girl|them|him|her|year old|stepson) *1 \
      (alone|home alone|by (himself|herself|themselves)|in the (car|bath|tub|closet|basement|cupboard|\
      garage|shed|cage|room|house|attic)|outside|on their own|on (his|her) own|unattended|unsupervised) \
      *5 (hours|all night|day|all day|drunk|night|days|bar|pub|weekend|drugs|score|high|work|to go|\
      overnight|time|hot|punish|until|drinking|while|regularly|buy)",
    "(not fed|have not fed|not feeding|stopped feeding|forgot to feed|not given) *2 (my|the)? *1 (baby|\
      kids|children|son|daughter|him|her|them|newborn|toddler|twins) *4",
    "(drove|drive|driving) *4 (drunk|high|wasted|hammered|stoned|been drinking) *4 with *2 (kids|baby|\
      children|son|daughter|grandkids)",
    "(drunk|high|wasted|passed out|nodding off|using heroin|shooting up|on heroin|using|pissed|blackout) \
      *8 (looking after|in charge of|alone with|caring for|watching|with|care of) *2 (kids|baby|children|\
      son|daughter|toddler|grandkids|newborn) *2 (right now|now|tonight|again|alone|here)?",
    "i *4 (touched|touching|sex with|slept with|had sex with|kissed|fondled|groped|abusing|sending|nudes \
      of|pictures of|photos of|messaging|meeting|grooming|groomed|watch|watching|looking at|downloaded|\
      filming|filmed|showed) *4 (a child|children|a minor|underage|minors|my daughter|my son|my niece|\
      stepdaughter|little girl|little boy|young girl|a kid|child porn|child abuse images|indecent images|\
      # year old|thirteen year old|twelve year old|fourteen year old|eleven year old|csam|my stepdaughter|\
      my nephew) *3",
    "(kill|drown|smother|poison|suffocate|take) *2 (my|the|our) *1 (baby|kids|children|child|son|daughter|\
      newborn|infant|toddler|twins) *3 (and|then|with|before|tonight|too|in the|with me|so|first|$)",
    "(take|taking|bring|bringing) *2 (kids|baby|children|child|son|daughter|girls|boys|little ones|\
      newborn) *1 (with me) *3 (to heaven|when i|so|die|go|when|not suffer|to god|$|into|off|over|out of \
      this)",
];
