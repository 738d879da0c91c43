//! Figures of speech: words of death and violence that mean neither.

use super::Row;
use crate::risk::sign::Mark::Idiom;

pub(crate) const ROWS: &[Row] = &[
    (Idiom, BODY),
    (Idiom, KILL),
    (Idiom, DIE),
    (Idiom, STRIKE),
    (Idiom, WEAPONS),
    (Idiom, CUT),
    (Idiom, OTHER),
];

/// Things, not people, that kill.
const BODY: &[&str] = &[
    "(my|these|this|the|his|her|those|that|your|our) *2 (feet|back|knee|knees|head|legs|neck|shoulder|\
      shoulders|stomach|shoes|heels|hip|tooth|teeth|throat|deadline|deadlines|commute|heat|homework|\
      suspense|boredom|workload|job|work|assignment|essay|diet|class|weather|project|hangover|allergies|\
      hay fever|traffic|cramps|period|humidity|thesis|wait|waiting|stairs|workout|cold|sinuses|jokes|song|\
      show|lecture|exam|exams|prices|rent|bills|back pain|migraine|headache|arthritis|sciatica|noise|\
      silence|shift|shifts|dentist) *3 (~kill|murder|murdering|~destroy|dying|~beat) *1 (me|us|him|her)?",
    "(it|this|that|boredom|curiosity|suspense|waiting|distance|heat) (is|was|will be|has been|nearly|\
      almost|has|would) *1 (~kill) (me|us) (not knowing|to|that|inside|having|how|waiting|slowly|when)?",
    "(knees|feet|back|arms|legs|battery|phone|laptop|car|plant|plants|engine|computer|tv|wifi|internet|\
      signal|houseplant|flowers|garden|goldfish|conversation|chat|party|trend|meme|line|server|controller|\
      mic) *3 (is|are|keeps|went|has|just|was|keep|almost|about to|going to|nearly)? *1 (~die|dead|~kill)",
    "~kill (me|us) that",
    "(would|will|did|does) not ~kill (you|me|him|her|them|us|anyone) !if !and !or !without",
    "would it ~kill (you|him|her|them)",
];

const KILL: &[&str] = &[
    "~kill|~murder|~strangle|~throttle my (brother|sister|roommate|flatmate|housemate|sibling) !(with|\
      tonight|in|when|and|if|tomorrow|because|for what)",
    "(going to|will|gonna) kill me (for|when|if|because) *3 (forgetting|forgot|losing|lost|being late|\
      late|breaking|broke|eating|ate|missing|spilling|scratching|leaving|failing|ringing|calling|waking|\
      mess|charger|homework|tea|phone|shoes|telling|not ringing|not calling)",
    "(contract|subscription|company|membership|lease|tenancy|broadband|provider|gym|account|policy|\
      insurance|retention|arrangement|engagement|relationship|marriage|partnership|affair|boyfriend|\
      girlfriend|things with|seeing) *20 end (it|things|this)",
    "end (it|things|this) *12 (contract|subscription|membership|lease|tenancy|broadband|provider|gym|\
      relationship|marriage|engagement|partnership|affair|boyfriend|girlfriend|amicably|notice period|\
      with him|with her|date|dates|dating)",
    "~kill (it|this|that) !for !and",
    "(am|is|are|was|you|really|absolutely|totally|she|he|they|we) (killing|killed) (it|that|this) *2",
    "(could|would|will|i) ~kill for *4",
    "~kill (two|some|time|an hour|a few hours|the (engine|lights|light|mood|vibe|switch|conversation|\
      process|app|tab|story|fun|weeds|music|server|job|task|noise|germs|bacteria|pain|deal|buzz|boss|\
      power)|a (process|bug|bottle|beer|couple|few|buzz|plant|spider|fly|mosquito|wasp|rat|boss|zombie|\
      dragon|vibe|party|hour)|off (the|my) (character|plant|weeds|process|germs)|weeds|bugs|spiders|\
      mosquitoes|germs|bacteria|zombies|orcs|enemies|mobs|npcs|ants|fleas|moths|rats|mice|slugs|\
      cockroaches|flies|viruses|the spider|the fly|the dragon|bosses|monsters)",
    "(dressed|dressed up|looks|if looks could) *1 (to)? ~kill",
    "(overkill|killjoy|roadkill|buzzkill|painkiller|killer (app|whale|whales|instinct|smile|heels|workout|\
      view|song|outfit|dress|abs|bees|idea|deal|recipe|headache|feature|line|combo|queen))",
    "lady killer",
    "~kill me !now !please !tonight (with (laughter|your|that)|lol|haha|already lol|smalls)?  haha",
    "(mum|mother|dad|wife|husband|girlfriend|boyfriend|boss|teacher|coach|parents|partner|she|he|they|\
      roommate|sister|brother) *1 (is going to|will|would|is gonna|are going to) ~kill me (if|when|for|\
      because) *2 (i)? *3 (am late|forget|forgot|late|do not clean|miss|break|broke|spill|spilled|lose|\
      lost|do not call|eat|ate|scratch|scratched|fail|failed|am not home|leave the|left the|get|be late|\
      wake|buy|bought|tell her the ending|spoil|spoiled|track mud|stain|stained|not do the dishes|dent|\
      dented|do not text|order|finish the|finished the|used|use|drop|dropped|watch|watched)",
    "(could|am going to|will|would|want to|might|am gonna) *1 ~kill (him|her|them|my (brother|sister|\
      husband|wife|dog|cat|roommate|kids|boyfriend|girlfriend|mum|dad|boss|mate|friend|flatmate|\
      autocorrect)|whoever|autocorrect|you|that (dog|cat)) *3 (haha|lol|for eating|for (leaving|\
      forgetting|telling|not telling|using|spoiling|stealing my|finishing|waking|hogging|drinking)|skull)",
    "(~kill (him|her|them) with kindness)",
    "(~kill) (my|the|his|her|our) (vibe|mood|buzz|battery|appetite|productivity|momentum|score|streak|\
      social life|confidence|grass|lawn|plants|plant|houseplants|back|feet|knees|career|motivation|joy|\
      craving|cravings|creativity|darlings|diet|team|dreams)",
    "(time to|to|just) ~kill (before|until|till|at|in)",
    "(view|views) to a kill",
    "(silent|serial) (killer|killers)",
    "~kill (bill|switch|streak|ratio|count|cam|shot|steal|zone|list on netflix)",
    "(kills|killed|kill) (#|@num|by) *1 (people|of us)? *1 (every year|in the war|in the crash|a year)",
    "(fit|dressed|went in|in) for the kill",
    "(what does not|that which does not|whatever does not) ~kill *4",
    "(murder|murdered) (mystery|on the dancefloor|a (burger|pizza|pint|curry|kebab|sandwich|cuppa|steak|\
      coffee|beer)|that (pizza|burger|curry)|ballad|of crows)",
    "(get|gets|got|getting) away with murder",
    "(i)? (could|can) murder (a|some|an) *2",
    "(bloody|absolute|pure|it is|was|were|been) murder *1 (on|to|getting|finding|trying|parking|today|out)",
    "(scream|screaming|screamed|cry|yelling|crying) (blue|bloody) murder",
];

const DIE: &[&str] = &[
    "(a|be a|am a) dead (man|woman)",
    "~die (of|from|with|laughing|inside a bit|inside a little|inside when) *2 (laughter|laughing|\
      embarrassment|boredom|curiosity|cringe|heat|hunger|thirst|shame|happiness|excitement|envy|\
      anticipation|cuteness|old age|natural causes|cold|suspense|jealousy|awkwardness|cancer|covid|a \
      heart attack|pneumonia)?",
    "~die (laughing|laugh)",
    "(dying|died|die|dead) haha|skull|lol|lmao|sob",
    "(haha|lmao|lol|skull) *1 (dying|dead|died|deceased)",
    "(am|was|were|i) (dead|dying|deceased|ded) (at|over|because of|rn|laughing|from laughing|skull|haha|\
      after leg day|from that) *3",
    "(so cute|so funny|too funny|hilarious|cutest|cringe|funniest|so embarrassing|embarrassed|mortified|\
      embarrassing|blushing|awkward) *5 (die|dying|dead|died)",
    "(die|dying|died|dead) *3 (funny|embarrassment|embarrassed|cute|laughing|cringe|laughter)",
    "(to)? (die|dying|dies|died) for (a|some|that|this|the|those|my|these|his|her|one|coffee|chocolate|\
      pizza|cake|food|it|you|each|king|country|our) !release !it all",
    "to die for",
    "dying (to (know|see|try|meet|hear|go|tell|get|find|eat|watch|read|ask|play|visit|be asked|be invited|\
      share|taste|learn|buy|show)|breed|art|for)",
    "(love|friend|friends|ride) (you|her|him|till|until|or) *1 die",
    "(ride or|do or|never say|die hard|diehard|old habits|live or|live and let|sink or swim|cross my \
      heart (and)? (hope to)?) *1 die *1 hard?",
    "(dead|deads) (tired|serious|set|easy|simple|right|wrong|on|on my feet|end|ends|line|lines|weight \
      lift|lift|lifts|heat|giveaway|batteries|battery|sea|ringer|good|cute|keen|quiet|slow|funny|boring|\
      skin|leg|legs|zone|pan|inside lol|air|certain|centre|center|body outside|to rights|poets|silence|\
      phone|space|cells|language|pool|link|links|body found|plants|plant)",
    "(over my|knock em|knocked|drop|left for|back from the|rise from the|brain) dead (gorgeous|body)?",
    "(walking|grateful|evil|living|night of the living|day of the|red) dead (redemption)?",
    "dead (poets|pixel|fish|last|man walking|cell|wood|drop|ball|season|week|stock|tree)",
    "wish i (was|were) (dead|died)? *1 (right now)? (haha)",
    "(hope|hoped|nobody|no one|did not|he|she|they|people|everyone|anyone|character|grandmother|\
      grandfather|dog|cat|uncle|nan) (dies|died|die) *4 (peacefully|of old age|in his sleep|in her sleep|\
      when i was (a|#|@num|little|young)|at #|aged|years ago|in #|from cancer|of cancer|last year|natural)",
    "(till|until) (death|the day i die|i die) *3",
    "(you only|we all|everyone|everybody|we are all going to|people|all things) (live once|die|dies|die \
      someday|must die|have to die)",
    "(sudden|scared to|bored to|sick to|worried to|tickled to|love you to|loves me to|love him to|love \
      her to|loved to|freezing to|starving to|starved to|talk me to|done to|frightened me half to|\
      embarrassed to|catch your|like|work me to|worry me to|worked to|scare me to|beaten to|froze to|\
      flogged to|scared half to|frightened to|look like|feel like|at) (death|deaths|death door|death \
      warmed up|deaths door|death by powerpoint) *2",
    "starving (hungry|right now|lol|for lunch|for dinner|haha|can we)",
    "(death) (star|metal|valley|by chocolate|penalty|row|note (is|anime|episode)|eaters|eater|cab|grip|\
      stranding|stare|glare|rate|certificate|taxes|tax|and taxes|march|match|of a salesman|on the nile)",
    "(die|dying) of (thirst|hunger|heat|cold|boredom|embarrassment|laughter|shame|curiosity|old age|natural)",
    "(dying|die) (down|out|off|breed|hard|cast|hair|my hair|cut)",
    "(roll|rolled|rolling|throw|threw|cast) (a|the) die",
    "(hair|dye) (die|dying|dye)",
    "(a piece|a part|a little bit|part) of me (died|dies|dies inside|died inside) (when|every|at|today|\
      seeing|watching|lol|haha) *3",
    "~die (in (the game|my sleep in the game|dark souls|game|minecraft|fortnite|mario|zelda|halo|hades|\
      elden ring|the first|act|chapter|season|episode|book|a plane)|on level|at the (boss|final boss|end \
      of the (movie|film|book|season|episode))|again lol|fighting the boss) *2",
];

const STRIKE: &[&str] = &[
    "(little|baby|toddler|big|twin) (brother|sister|cousin|nephew|niece|boy|girl) *2 (hit|hits|kicked|\
      kicks|bit|bites|punched|punches|slapped|pinches) me",
    "(swimming|diving|high board|judo|boxing|karate|rugby|football|hockey|netball|sparring|wrestling|\
      training|match|tackle) *8 (hit|hits|punched|kicked|kicks|choked|beat|knocked) *1 me",
    "(it|this|that|the|reality|grief|truth|news|realization|realisation|sadness|fact|song|wave|jet lag|\
      tiredness|loss|covid|flu|hunger|ball|drug|caffeine|depression|anxiety|idea|thought) *3 (~hit|\
      ~strike|~punch|~kick) (me|us|him|her|you|hard|home|differently|different) *4",
    "(hits|hit|hitting) (me|you|us) (up|that|like|with (a|the|an) (bill|question|news|surprise|invoice)|\
      hard that|in the feels|different|later|when i)",
    "(~hit) (the (gym|road|books|hay|sack|town|shops|beach|pub|bar|ground running|jackpot|nail|roof about|\
      slopes|showers|shower|bottle shop|ceiling lol|spot|snooze|target|mark|brakes|deck|pool|trail|buffet|\
      wall at mile)|snooze|traffic|pause|play|refresh|my (target|goal|steps|deadline|stride|limit on|pr|\
      numbers)|rock bottom in the game|it off|a (home run|wall at|milestone|six|plateau|new|snag|pothole|\
      deer|roadblock|nerve|high)|me up|send|delete|publish)",
    "(he|she|they|brother|sister|friend|dad|mum|son|daughter|kid|kids|wife|husband|@kin|@folk|team|who|\
      computer) *3 (~beat|~destroy|~kill|~thrash|~smash|~slaughter|~murder|~crush|~whip) me (at|in (chess|\
      scrabble|a|the|fifa|tennis|mario|cards|monopoly|the game|pool|every|ping)|by|to (it|the)|playing|#|\
      again at|hands down|every time we play|online|home) *3",
    "(~beat|~destroy|~crush|~thrash|~smash|~slaughter|~murder|~whip|~massacre|~annihilate|~demolish|\
      ~kill) (him|her|them|you|us|my *1 (brother|sister|dad|friend|son|wife|husband|@folk)|the other team|\
      the opposition|everyone) (at|in (chess|scrabble|the (game|final|match|race|quiz|tournament)|fifa|\
      tennis|mario|poker|golf|monopoly|a (game|race|match))|by|to (it|the)|#|on the court|on the pitch) *3",
    "(beats|beat) me",
    "beating (myself|yourself|himself|herself) up *5",
    "(beat|beats|beaten) (myself|yourself|himself|herself|themselves) up *2",
    "(kick|kicking|kicked) (myself|yourself|himself) (for|about|over|because|that|now|when|every) *3",
    "(could|can) (have)? *1 (kick|kicked|slap|slapped|shoot|shot) myself (for|when|now|because|lol|haha)?",
    "(kick|kicked|kicking) (off|ass|butt|about|in|back|the (habit|ball|bucket list)|in the teeth|some ass|\
      a goal|a ball|up a fuss|their ass|his ass|her ass)",
    "(slap|slapped) (on|together|in the face (with|of|by) (reality|rejection)|a)",
    "(punch|punched|punching) (line|above|bag|in|out|the (air|clock|numbers|ticket|dough|bag|code)|a \
      (ticket|hole|number|time)|down|card)",
    "(attack|attacks|attacked) *1 (of|my|the|a|this|by) *2 (nerves|panic|asthma|hay fever|the giggles|\
      anxiety|gout|immune|dog|bee|bees|cat|mosquito|mosquitoes|seagull|seagulls|problem|task|essay|weeds|\
      pile|laundry|hill|boss|goose|wasp|wasps|giggles|flu|migraine|garden)",
    "(panic|anxiety|heart|asthma|snack|art) (attack|attacks)",
    "(shoot|shoots|shot|shooting) (me|him|her|them|us|over|you|back|off|across) *1 (an|a|over|your|some|\
      with (a|an) (camera|email)) *1 (email|text|message|line|dm|note|mail|quick|look|glance|smile|\
      question|times|dates|link|idea|water|nerf|nerf gun)?",
    "shoot (me|us) (an|a|your|over|your)",
    "(photo|video|film|movie|music video|wedding|commercial|penalty|free throw|fashion|cover) (shoot|\
      shooting|shoots|shot)",
    "(shoot|shooting|shot|shoots) (hoops|a (film|movie|video|scene|documentary|wedding|basket|music|hoop|\
      short|commercial|layup|goal|deer|duck|three|penalty|round of golf|text|episode|gun at the range|\
      glance|photo|portrait)|the (breeze|scene|movie|film|wedding|video|cover|ball|messenger|puck|moon|\
      rapids|breeze|documentary|ad|basket|shit)|for (the stars|the moon|an|a|it|#)|baskets|pool|clay|\
      clays|pigeons|skeet|star|stars|up like|pain|pains|portraits|in raw|on film|photos|landscapes|arrows|\
      targets|nine holes|under par|free throws)",
    "(shot|shots) (of|in the (dark|arm)|put|at the (goal|job)|glass|for|down|clock|gun wedding|with a \
      camera|on (goal|film|location|iphone|a)) *2",
    "(my|the|his|her) (nerves|hip|knee|back|transmission|suspension|concentration) *1 (is|are) shot",
    "(flu|vaccine|covid|booster|tetanus|big|long|best|screen|head|tequila|espresso|allergy|jump|mug|three \
      point|bank|penalty|hot) (shot|shots)",
    "(throw|threw|throwing) (myself|himself|herself|yourself|me) (into|at) (my|the|his|her|work|a|new|\
      this|it|life|training|something|studying|gardening|art) !water !river !sea !ocean !train !traffic \
      !path !lake !canal !road",
    "(throw|threw|throwing|throws) (me|him|her|us) (a|an|off|for|under the bus|out of (the (competition|\
      meeting|league))) *2 (party|baby shower|shower|surprise|curve|curveball|loop|bone|lifeline|ball)?",
    "throw (in|a party|together|shade|the towel)",
    "(thrown|throw|threw|throws) under the bus",
    "(choke|choked|choking) (on|up|in the (final|playoffs|game|match|interview)|under pressure|point|\
      artist|back tears|hold|at the free)",
    "(~bite) (off|the bullet|my tongue|my nails|my lip|into|me in the|more than)",
    "(~burn) (out|calories|my (tongue|hand on|finger|fingers|toast|mouth|dinner|cake|food|arm on|hand \
      taking|wrist on)|the (toast|dinner|cake|candle|midnight|food|rice|garlic|cookies|roast|sauce|bridge|\
      bridges|pan)|bridges|rubber|off|through|a cd|fat|incense)",
    "(blow|blew|blowing|blows|blown) (up (my phone|on (tiktok|twitter|youtube|social)|balloons|a balloon|\
      the balloon|the inflatable|the mattress|out of proportion|at me|online|my inbox)|my mind|out (the|\
      my|of|candles)|off (steam|work|the)|it|over|my (nose|hair|budget|diet|whistle|cover|chances|top))",
    "blow (my|his|her|your|their) mind",
    "(bomb|bombed|bombing|bombs) (the|my|an|a|in|on stage|at|out|that|it|so) *1 (exam|test|interview|quiz|\
      audition|presentation|set|midterm|final|driving test|gig|essay|pitch|speech|finals)?",
    "(bath|photo|glitter|cherry|dive|photobomb|f|stink|sex|seed|time) (bomb|bombs|bombed)",
    "(the bomb|da bomb|bombshell|bomb dot com)",
    "(destroy|destroyed|destroying) (it|that|them|the|my (legs|quads|diet|stomach|kitchen|sleep schedule)|\
      me (at|in)|by)",
];

const WEAPONS: &[&str] = &[
    "(glue|nerf|water|heat|massage|top|nail|staple|spray|caulking|hot glue|smoking|radar|tattoo|toy|jump \
      the|jumping the|big|grease|finger|lego|paintball|bb|speed|t shirt|super soaker|barcode|ray|price|\
      jumped the) (gun|guns)",
    "(gun|guns) (control|n roses|and roses|show at the gym|blazing|range (with|for)|laws|law|debate|metal|\
      for hire|policy|violence (is|in|research|statistics|prevention|rates|essay))",
    "(bring|brought) *1 (a)? (knife|gun) to a *2 fight",
    "(pocket|butter|chef|chefs|kitchen|bread|palette|steak|swiss army|craft|butchers|paring|stanley|putty|\
      utility|carving|cheese|fish|sharp|new|good|set of|exacto) (knife|knives) *1 (to|for|set|in the \
      drawer|and fork|i got|collection|skills|block|sharpener)",
    "(knife|knives) *2 (vegetables|onions|cake|bread|butter|cooking|chopping|fork|kitchen|block|set|\
      drawer|veg|cheese|carrots|steak|whittling|chef|bushcraft|salad|potatoes)",
    "(jump|skipping|tow|climbing|tug of|washing line|guide|velvet|learn the|learning the|knows the|know \
      the|know the) (rope|ropes)",
    "(rope) (swing|ladder|course|jump|for (climbing|the boat|the tent|camping|the dog)|drop|light)",
    "(razor) (sharp|thin|burn|wire|bumps|scooter|subscription|clam)",
    "(bullet) (journal|point|points|train|proof|list|the|chess|coffee|list)",
    "(bite|bit|biting|dodged|dodge|sweating|rubber|silver|magic|faster than a speeding) *1 (the|a)? \
      (bullet|bullets)",
    "(belt) (and braces|buckle|tightening|way|test|sander|in (karate|judo|taekwondo|bjj))",
    "(chill|vitamin|vitamins|happy|bitter|allergy|hay fever|water|diet|birth control|the) pill",
    "(vitamin|calcium|iron|antihistamine|indigestion|magnesium|dishwasher|effervescent|probiotic|vitamin \
      d) (pills|tablets|capsules|tablet)",
    "(shotgun|called shotgun|ride shotgun|riding shotgun|call shotgun|shotgun wedding|shotgun a beer|\
      stick to (my|your|his|her) guns)",
    "(the|a|that) (bridge|guitar) (solo|of the song|is my favorite part|section|loan|club|tournament|game|\
      partner)",
    "(play|playing|plays|learn|learning|cross|build|building|burn|burning) (bridge|bridges|that bridge|\
      the bridge when)",
];

const CUT: &[&str] = &[
    "(bang|banging|bash|hit) my head (against|on) *1 (a|the)? *1 brick",
    "(~cut) (down|back|out (the|sugar|carbs|dairy|gluten|caffeine|alcohol|meat|processed|bread|snacks)|\
      carbs|sugar|off (the|my (hair|hours|contract|ex|toxic)|ties|contact|from)|ties|corners|class|it \
      (close|out|fine|short)|my (hair|own hair|bangs|fringe|nails|losses|grass|lawn|hours|teeth|finger \
      (while|chopping|on|cooking|opening)|hand (on|while|opening|open)|thumb|foot on|knee|leg (shaving|\
      on)|chin|face shaving|steak|coffee|hand on|expenses|sandwich|finger)|the (grass|lawn|cake|hedge|\
      crap|cord|cheese|cost|costs|ribbon|budget|vegetables|rope|tags|bread|line|queue|fabric|paper|\
      mustard|pizza|flowers|crusts|wood|tree|video|scene)|hair|in line|across|up (the|some|onions|\
      vegetables|a|about)|a (cake|deal|long|rug|hole|check|record|pattern|branch|slice)|some slack|him \
      some slack|them off|me off (in|on)|me some|it|to the (chase|bone|quick)|through|hours|costs|\
      vegetables|onions|paper|fabric|cookies|short|and (paste|dry|dried))",
    "(paper|hair|short|pay|power|price|budget|crew|buzz|director|directors|job|tax|upper|clean|clear|cold|\
      crosscut|bone|spending|new hair) (cut|cuts)",
    "(cut|cuts|scratch|scratches|scratched|scratched) *4 (cat|cats|gardening|shaving|cooking|brambles|\
      rose|roses|knee|tin|thorns|kitten|blackberry|knife while|chopping|paper|broken glass by accident|by \
      accident|accidentally|football|skateboarding|fell off my bike)",
    "(shaving|shave|shaved|shave) *4 (cut|nick|nicked)",
];

const OTHER: &[&str] = &[
    "suicide (squad|squeeze|doors|door|king|girls|mission|prevention|awareness|hotline number for (my|a) \
      (class|poster|website)|burns|drill|drills|sprints|cocktail|silence|blonde|bomber in the news|note \
      by|pact in the|rates|rate|statistics|stats|loss support|wings|watch (the|is a))",
    "(career|political|commercial|social|financial|electoral|professional|economic) suicide",
    "(run|ran|running|do|did|doing) suicides",
    "(hang|hanging|hung|hangs) (out|on|up|in there|around|back|tight|with|over|my (coat|clothes|washing|\
      hat|picture|pictures|jacket|laundry|towel)|the (washing|picture|pictures|laundry|curtains|clothes|\
      lights|painting|shelves|decorations|wallpaper|phone|door)|pictures|wallpaper|gliding|glider|loose|\
      man|nail|five|a (picture|painting|left|right|shelf|mirror))",
    "hangman",
    "(jump|jumping|jumped) (in|into) (the (pool|shower|bath|car|lake|game|conversation|call|deep end|\
      shower|queue|meeting|leaves|puddles|van|taxi)|a (taxi|cab|puddle|call|pool|car|meeting|new)|bed|\
      puddles|quickly|here|with both feet)",
    "(jump|jumping|jumped) (off|from) (the (diving board|high diving board|high board|dock|swing|couch|\
      sofa|trampoline|pier (into|with)|bed|boat|bus|top board|rocks (into|with)|call|train at|cliff (into|\
      at) *2 (lake|water|sea))|a (plane|diving|boat|swing))",
    "(bungee|parachute|sky|ski|long|high|triple|show|base|star|bunny|jumping|broad) (jump|jumps|jumping|\
      jumped|diving)",
    "(bungee|skydiving|skydive|paragliding|cliff diving|cliff jumping|abseiling|parachute|parachuting|zip \
      line|coasteering|tombstoning|parkour|trampoline) *6",
    "(jump|jumping|jumped|jumps) (to conclusions|at (the chance|it)|through hoops|for joy|rope|ship|start|\
      scare|scares|on (the bandwagon|a call|board|the trampoline|a train to|a bus)|out at|out of my skin|\
      out of bed|right in|around|the (queue|line|shark|gun)|around the)",
    "(end|ending|ended) it (with|on|there|here|off|by|well|between|all well) *2",
    "(end|ended|ending) (it|things) *2 (with (him|her|my|the|them|this)|between|relationship|boyfriend|\
      girlfriend|amicably|on good terms)",
    "(break|broke|breaking|call|calling|end|ending|ended) *1 (it|things) (off|up|with)",
    "(give|gave|giving) up (smoking|drinking|sugar|coffee|meat|chocolate|alcohol|caffeine|carbs|my seat|\
      on (the (diet|recipe|puzzle|book|game|idea|jumper|crossword|class)|my (diet|lawn|sourdough|\
      resolution)|sourdough|dating apps|that show|golf|learning)|gluten|dairy|bread|social media|sweets|\
      vaping|the cigarettes|cigarettes|football|running|piano)",
    "(died|dead|die|dying) *2 (battery|phone|laptop|engine|plant|down)",
    "(drown|drowning|drowned|drowns) (in (work|homework|emails|paperwork|laundry|deadlines|assignments|\
      debt|admin|meetings|coursework|marking|dishes|tasks|syrup|gravy|sauce|ranch)|out (the|his|her)|my \
      sorrows)",
    "(burn|burned|burnt|burning) out",
    "(strangle|choke|throttle|murder|kill) *1 (my|the|this)? *1 (printer|computer|laptop|wifi|software|\
      app|photocopier|alarm clock|lawnmower|phone|cat lol|autocorrect)",
    "(stab|stabbing) (at|in the (back|dark) at work|pain|pains|me in the back|in the dark)",
    "take a stab",
    "(back|backs) *1 stab|stabber|stabbed|stabbing",
    "(stabbing|shooting|burning|splitting) (pain|pains|headache|sensation)",
    "(bleed|bleeding) (the (radiators|radiator|brakes)|heart|edge|obvious|gums|gum)",
    "(nose|gums) *2 (bleed|bleeding|bleeds)",
    "(stalk|stalking|stalked|stalk) *2 (instagram|facebook|insta|profile|his insta|her instagram|my crush|\
      celebrity|crush|linkedin|ex on instagram|tiktok|celery|deer)",
    "celery stalk",
    "(hostage|terrorist|explosion) (situation in the film|movie)",
    "(brutal|killer|savage|vicious|wicked) (workout|exam|class|hill|session|comeback|sense of)",
    "(follow|follows|following|followed) me (on (instagram|twitter|insta|tiktok|facebook|social)|around \
      the (house|kitchen)|everywhere like a|back|to the fridge|into the kitchen)",
    "(cat|dog|puppy|kitten|dogs|cats) *3 (follows|follow|following|bit|bites|scratched|scratches|attacked|\
      attacks|jumps|jumped|locked|watches|stares|knocked|hit|hits) *1 me *3",
    "(toddler|baby|kid|kids|little one|newborn) *2 (kicks|kicked|kicking|bit|bites|hits|hit|slaps|head \
      butts|headbutted|punches|pinches) me *3",
    "(baby|she|he) *2 (kicked|kicking|kicks) (me)? *2 (ribs|bladder|belly|womb|inside|for the first time)",
    "(sun|heat|cold|wind|rain|wave|waves|weather|altitude) *2 (beat|beats|beating|burned|burnt|burns) *1 \
      (me|down on me|down)",
    "(beat|beats|beating) (down on|the (heat|traffic|rush|clock|crowds|system|odds|game|boss|level|drum|\
      eggs|queue)|eggs|around the bush|my (record|personal|time|pb|best|high score)|to it|of my heart|\
      cancer|addiction)",
    "(heart|music|drums|drum) *1 (beat|beats|beating)",
    "(trigger|pull the trigger) *1 (on|warning|warnings|happy|finger|points|point)",
    "(pull|pulled|pulling) the trigger on *4",
    "(self|low) harm reduction",
    "(die|died|dying|killed) (in (world war|the war|ww2|a war|battle|#|combat|vietnam|iraq|an accident|a \
      crash|a car (accident|crash)|action)) *2",
    "(goodbye|goodbyes|farewell|good bye) *3 (party|lunch|drinks|card|hug at|tour|dinner|speech|cake|\
      present|leaving do|gift|bash|season|concert|episode|kiss at)",
    "(say|said|saying|wave|waved|kissed|kiss|hug) *3 (goodbye|goodbyes|farewell) to *2 (the year|my (20s|\
      twenties|thirties|colleagues|coworkers|students|class|teacher|car|flat|house|school|carbs|old|debt|\
      job|office|team|apartment|neighbors)|summer|carbs|winter|sugar|our (old|house|neighbors|guests)|the \
      (old|team|kids at|house|summer|grandparents|guests|children at)|grandma at|her at the (airport|\
      station|school|nursery)|him at the (airport|station|gate|school|nursery))",
    "(airport|station|nursery|train station|school gate|leaving party|graduation|departure|reception|\
      college drop) *8 (goodbye|goodbyes|farewell)",
    "(goodbye|goodbyes|farewell) *8 (airport|station platform|moving abroad|moving away|leaving party|new \
      job|graduation|flight|exchange|emigrating|nursery|deployment|retirement|retiring|college|uni)",
    "(give|giving|gave|donate|donating|donated|sell|selling) *3 (away)? *5 (moving|decluttering|declutter|\
      spring clean|spring cleaning|downsizing|marie kondo|outgrown|outgrew|minimalist|minimalism|charity \
      shop|goodwill|yard sale|car boot|garage sale|new wardrobe|baby clothes|the move|bigger place|\
      smaller flat|upgrade|upgraded|puppies|kittens|seedlings|tomatoes|courgettes|zucchini|spare|do not \
      fit|no longer fit|freecycle|ebay|decluttered)",
    "(moving|decluttering|declutter|spring clean|downsizing|marie kondo|outgrown|minimalist|minimalism|\
      charity shop|goodwill|yard sale|car boot|clear out|clearing out|spring cleaning|new flat|big move|\
      upgraded|decluttered) *12 (give|giving|gave|donate|donating|donated) *3 (away|things|stuff|clothes|\
      books|toys)",
    "(retirement|retiring|retire|solicitor|lawyer|estate planning|financial adviser|financial advisor|\
      accountant|new baby|got married|just married|new house|mortgage adviser) *8 (will|affairs|insurance)",
    "(will|affairs|insurance) *8 (retirement|retiring|solicitor|lawyer|financial adviser|financial \
      advisor|new baby|since we had|now that we have|got married|just married|responsible|mortgage|\
      newborn|grown up|adult thing|grownup)",
];
