//! Risk from others: violence, coercion, stalking, exploitation, children told of as hurt.
//!
//! Principle: risk factors of domestic homicide (Campbell et al. 2003, Danger Assessment: strangling, weapons, threats to
//! kill, leaving, escalation; DASH 2009); coercive control (Stark 2007); indicators of trafficking (UNODC; NRM guidance);
//! safeguarding children and adults (Working Together 2023; Care Act 2014).

use super::Row;
use crate::risk::sign::Mark::Sign as S;
use crate::risk::sign::Sign::{
    Abuse, AbuseNow, Afraid, Assault, Bullied, ChildThird, Control, Exploited, Stalked, Threatened,
};

pub(crate) const ROWS: &[Row] = &[
    (S(Abuse), ABUSE),
    (S(AbuseNow), ABUSE_NOW),
    (S(Control), CONTROL),
    (S(Afraid), AFRAID),
    (S(Threatened), THREATENED),
    (S(Stalked), STALKED),
    (S(Exploited), EXPLOITED),
    (S(Assault), ASSAULT),
    (S(Bullied), BULLIED),
    (S(ChildThird), CHILD_THIRD),
];

const ABUSE: &[&str] = &[
    "@they *3 (broke|breaks|fractured|dislocated|split|bruised|cracked|bloodied|twisted|pinched|yanked|\
      burned|burnt) my (rib|ribs|nose|arm|jaw|wrist|wrists|finger|fingers|lip|tooth|teeth|hair|leg|\
      collarbone|eye|head|face|throat|neck|skull)",
    "(get|gets|got|getting) *1 (a)? (hiding|beating|belting|hammering|slap|slapping|clout|the strap|the \
      stick) *1 (if|when|for|every|again)",
    "(gets|got|climbs|comes|came|get) (in|into) *2 (bath|shower|bed) with me",
    "@they *3 (pinches|pinch|pinching|jabs|scratches|starves|slaps) me *3",
    "@they *3 (throws|threw|hurls|chucks) *3 at me",
    "(forces|forced|force) (himself|herself) on me",
    "(strangled|choked|throttled) me *2",
    "@they *8 (hand|hands|fingers|mouth) *3 (down there|inside me|under my|between my|up my|on my (leg|\
      thigh|bum|chest)|in my (pants|underwear|trousers|knickers|bra|shorts|pajamas))",
    "@they *3 (makes|make|made) me *2 (sit on|lie with|lie on|touch|kiss|watch|undress|bath|shower) *2 \
      (him|her|his|them|with)",
    "i would need (a)? *1 (dentist|hospital|stitches|surgeon)",
    "(says|said) *3 next time *4",
    "@they *4 @strike *1 me !up !with !as !for !off !out !in !at",
    "@they *5 (hit|hits|hitting|beat|beats|beating|punch|punches|punched|slap|slaps|slapped|kick|kicks|\
      kicked|choke|chokes|choked|strangle|strangles|strangled|shove|shoves|shoved|pushed|pushes|push|hurt|\
      hurts|hurting|throws|threw|grab|grabs|grabbed|pins|pinned|burn|burns|burned|drags|dragged|smacks|\
      smacked|abuse|abuses|abused|abusing|rape|rapes|raped|molest|molests|molested|touches|touched|bites|\
      bit|spits|spat|forces|forced|whips|whipped|twists|twisted|holds|held|yanks|pulled|pulls|cornered|\
      locks|locked) *2 me *1 (down|up|again|around|against|by|to|on|in|when|if|with|until|at|every|so|\
      because|if|last|too|down there|all|sometimes|inside|once|badly|$)",
    "i *3 (am|get|got|been|getting|being|was) *2 (hit|beaten|beaten up|slapped|punched|kicked|choked|\
      strangled|hurt|abused|molested|battered|thrown|pushed|shoved|burned|whipped|raped|touched) *2 (by \
      !(a|the|an|that) (bus|car|truck|train|lorry|ball|cyclist|bike|wave|van|taxi|storm|virus|bug)|if|\
      when|at home|every|again|up by|around by|for) *4",
    "(hit|hits|punches|kicked|slapped|choked|strangled|beats|beat|shoved|raped|hitting|beating|punched|\
      hurts|slaps|grabs|kicks|grabbed|pushed|pushes) me *4 (again|last night|yesterday|every|in front|in \
      the face|in the stomach|when|if|until|whenever|because|so hard|today|tonight|this morning|a lot|\
      sometimes|regularly|with|with a|hard|and then|if dinner|if i|across|around|at night|over|by the|\
      while|down|too) *2",
    "(bruise|bruises|bruised|black eye|broken (rib|ribs|arm|nose|jaw|wrist|tooth)|split lip|marks|\
      fracture|handprints|finger marks|burns) *6 (he|she|husband|boyfriend|wife|partner|dad|stepdad|mum|\
      son|makeup|long sleeves|cover|hide|told people i fell|walked into|told them i fell|from him|from \
      her|from my|because he|carer|fell|where they|where he|where she)",
    "(told|tell|telling|said|say|lied) *5 (i (fell|walked into|tripped|slipped|bumped)) *4",
    "(walking on|walk on) *1 eggshells *3",
    "(he|she|@kin|@folk) *3 (throws|threw|smashes|smashed|breaks|broke|punches|punched|hurls|chucks) *2 \
      (things|plates|stuff|a plate|holes|dishes|my phone|furniture|a chair|the wall|walls|my things|glass|\
      a glass|a bottle|my laptop|the tv|objects|hot) *3",
    "(experiencing|experienced|suffering|victim of|survivor of|in an|living with|live with|fleeing|\
      escaping|leave|leaving|his|her) *1 (domestic violence|domestic abuse|dv)",
    "(abusive (relationship|husband|wife|boyfriend|girlfriend|partner|home|marriage|dad|father|mother|mum|\
      parents|household|stepdad|ex|son|daughter)|violent (husband|boyfriend|partner|relationship|dad|\
      father|stepdad|marriage|son|home)|wife beater) *2",
    "(he|she|they|@kin|@folk) *2 (is|was|gets|get|turns|turned|becomes|has been|can be|got) *3 (violent|\
      abusive|physical|rough|aggressive) *2 (with|to|towards|toward|when|if|again|at home|after|every|and|\
      on|$)",
    "(raise|raises|raised|lifts|lays|laid|put|puts|lay|lift) *1 (his|her|their) (hand|hands|fist|fists) \
      *2 (to|on|at|against|round|around) *1 me",
    "(he|she|@kin|@folk) *3 (put|puts|had|has|wrapped|wraps|got) *2 (his|her|their)? *1 (hands|hand|arm|\
      belt) *2 (around|round|on|over|to|against) *1 my (neck|throat|mouth|face)",
    "(makes|make|made|forces|forced|forcing|force|pressures|pressured|bullies) me *3 (have sex|sex|do \
      things|sleep with|do sexual|touch (him|her)|watch|perform|give him|let him|kneel|take off|do stuff|\
      take my clothes|undress|go down on|kiss him)",
    "(has|have|having|had|wants|insists) *2 sex *4 (even if|when i|even when|without|against|asleep|say \
      no|said no|will not stop|do not want|i am crying|my will|consent)",
    "(he|she|they|husband|boyfriend|wife) *5 (will not|does not|did not|never|not) *2 (stop|listen|take \
      no|care) *3 (when i say (no|stop)|if i say no|for an answer|say no|said no|even when)",
    "@they *4 (comes|come|came|sneaks|climbs|gets|crawls|creeps|climbed|snuck|visits) *2 (in|into|to|\
      inside) *2 my (room|bed|bedroom|bath|shower|tent) *3 (at night|when|and|every|while|mum|after|touch|\
      drunk|$)",
    "@they *4 (touches|touched|touching|touch|feels|rubs|rubbed|kisses|kissed|grabs|puts his hands|put \
      his hand|puts his hand|gropes|groped|fondles|fondled|films|filmed|watches|messes with) *2 (me|my \
      (body|leg|legs|thigh|chest|private|breasts|bum|privates|parts|butt|hair|where))  *4 (there|down|\
      inside|sleep|asleep|bed|private|secret|places|not like|do not like|tell|under|shower|uncomfortable|\
      wrong|night|where|weird|clothes|stop|trouble|game|when|sometimes|place|showering|lap|where he|me)",
    "(says|said|told|tells) *3 (it is|is|our|this is|to keep it|it was) *1 (our|a) *1 (secret|special \
      game|special secret|little secret)",
    "(whips|beats|belts|canes|hits|slaps|beat|whipped|starves|starve) me *3",
    "(not|never) *1 (feed|feeds|give me food|give me anything to eat|let me eat|fed) *1 (me)? *4 (carer|\
      mum|dad|days|son|locked|punish|if|when|all day|as punishment|unless|daughter)",
    "(carer|carers|nurse|aide|son|daughter|grandson|nephew|staff|caregiver|helper|niece|daughter in law|\
      son in law|home) *4 (handles|handle|rough|grabs|slaps|yells|shouts|screams|hits|pinches|shoves|\
      leaves|left|ties|ties me|pushes|hurts|locks|slapped|pinched|grabbed|pushed|shakes|swears) *2 (at)? \
      *1 (me|with me) *4",
    "(he|she|it|they|@kin) *2 (did|done|does) *1 it *1 again *4 (hit|hurt|me|touch|drunk|room)",
    "(he|she|@kin) *2 (abuses|abused|is abusing|molests|molested|molesting|rapes|raped|is raping|sexually \
      abused|sexually abuses) *1 (me|us)",
    "@kin|boyfriend|girlfriend|he|she|they *2 (hurt|hurts|hurting) me !feelings $",
    "(gets|get|got) (the belt|a beating|smacked about|knocked about|battered|a good hiding)",
    "(knocks|knocked|knocking|slaps|slapped|throws|threw|pushes|pushed|chucked) me (about|around|down|\
      across|into|out|on|against|to the)",
];

const ABUSE_NOW: &[&str] = &[
    "(he|she|dad|husband|boyfriend|partner|son|ex) *6 (knife|gun|bat|hammer|belt) *3 (saying|says|\
      shouting|screaming|telling|and says|and said)",
    "(texting|whispering|typing|calling|messaging) *2 from *1 (loo|bathroom|toilet|closet|wardrobe|car|\
      cupboard|under)",
    "(they|he|men) *2 (have|has|got|keep|put|holding|hold|move|moving) (us|me) in *2 (truck|van|lorry|\
      container|warehouse|caravan|boot|trunk|cellar|basement|back of)",
    "(kicking|smashing|breaking|banging|hammering|bashing) *2 (door|window|windows|doors) *2 (in|down)",
    "(knife|gun|bat|stick|hammer|machete|petrol|iron|kettle|axe) *8 (he|she|they|ex|son|husband|wife) *4 \
      (come out|coming|outside|swinging|waiting|screaming|finish|kill)",
    "(he|she|they|son|ex|husband|wife|partner) *6 (knife|gun|bat|machete|hammer|petrol|axe|stick) *6 \
      (come out|texting me|door|swinging|outside|waiting|till he|until he|gone to get)",
    "(gone|going|went|off) to (get|fetch) *1 (petrol|gun|knife|bat|his brothers|the lads)",
    "going for a drive *3",
    "(pour|throw|chuck) *3 (kettle|acid|boiling|petrol|bleach) (over|at|on) me",
    "(he|she|they|husband|boyfriend|wife|partner|dad|stepdad|son|ex|someone|somebody|brother|mum|pimp) *5 \
      (outside|at the door|banging|pounding|kicking|breaking|breaking in|in the house|downstairs|in the \
      next room|coming|on his way|on her way|coming back|coming up|trying to get in|here now|home soon|\
      will be home|will be back|back any|in the room|looking for me|up the stairs|trying to break) *4 \
      (door|kill|knife|gun|hurt|now|scared|hiding|locked|screaming|drunk|hide|hear him|please help|soon|\
      bathroom|right now|minute|minutes|find me|beat|help|any minute|stairs|closet|going to|hit|armed|bat|\
      house|lock)",
    "(hiding|locked myself|barricaded|locked|hid|hidden|hide|shut myself) *2 (in|under|behind|inside)? *2 \
      (bathroom|closet|wardrobe|bedroom|toilet|cupboard|basement|bed|car|attic|cubicle|room|shed|garage) \
      *8 (he|she|him|her|screaming|banging|gun|knife|hit|kill|drunk|dad|husband|boyfriend|partner|hear|\
      fight|fighting|scared|whisper|stepdad|yelling|shouting|from)",
    "@they *5 (has|have|got|pulled|with|holding|held|points|pointed|grabbed|waving|waved|pull|pulls|put|\
      puts|picked up|threatened me with|swinging|came at me with|carries|keeps) *3 (gun|knife|rifle|\
      machete|bat|hammer|axe|pistol|shotgun|blade|weapon|crowbar|loaded) *8 (me|my|kill|us|at|kids|scared|\
      says|said|tonight|now|leave|throat|head|face|the house|house|he|bed|table)",
    "(gun|knife|rifle|blade|machete|pistol) *2 (to|at|against|on|in) *1 my *1 (head|throat|face|neck|\
      stomach|chest|mouth|temple|back)",
    "@they *4 (is|are|going to|will|about to|would|might|wants to|tried to|trying to|try to|could|plans \
      to|threatened to|threatens to|threatening to|swore|swears|said|says|told|promised|vowed) *4 (kill|\
      murder|shoot|stab|strangle|set fire to|burn|bury|drown|end) *1 (me|us|the kids and me|me and the \
      kids|my kids|the kids|both of us|my children|my family|all of us|the children|the baby)",
    "@they *3 (strangled|choked|strangles|chokes|choking|strangling|suffocated|throttled|smothered) me *4",
    "(could not|can not) breathe *5 (hands|throat|choking|choked|strangled|neck|he|she|pillow)",
    "(hands|hand|arm|belt|cord|pillow) *2 (around|round|on|over) my (neck|throat|face) *6",
    "(scared|afraid|terrified|fear|convinced|think|sure|know|believe|worried|frightened) *4 (he|she|they|\
      husband|wife|boyfriend|partner|son|dad|ex|mum|father|stepdad|brother) *3 (will|going to|might|is \
      going to|would|could|are going to|may) *2 (kill|murder|shoot|stab|end up killing|strangle|beat|hurt|\
      find and kill) *1 (me|us|my kids|the kids) *3",
    "(he|she|they|dad|husband|boyfriend|stepdad|wife|mum|partner|son|ex|mother|father|brother) *2 (is|\
      are) *2 (hitting|beating|hurting|attacking|choking|strangling|raping|punching|kicking|smashing|\
      breaking down|coming at|chasing|throwing) *2 (me|mum|her|him|us|things at me|my mum|my brother|my \
      sister|the door|the house|everything|my @kin|things) *3",
    "(beating|hitting|hurting|choking|strangling|attacking) *2 (my)? *1 (mum|her|him|brother|sister|dad|\
      us) *2 (right now|now|again|downstairs|please|help|in the)",
    "(please|send|call|need|get) *2 (help|police|someone) *5 (he|she|husband|dad|kill|gun|knife|door|\
      coming|boyfriend|hurting|locked|here|hitting) *3",
    "(he|she|they|boyfriend|husband|dad|mum|stepdad|brothers|family|parents|father|uncle|uncles) *4 (find \
      out|finds out|found out|finds this|sees this|knew|find me|finds me|catches me|hears me|discovers) \
      *8 (kill me|kill us|beat me|hurt me|murder)",
    "(i am|be|am) *2 (bleeding|hurt|injured|unconscious|pregnant) *6 (he|she|husband|boyfriend|kicked|hit|\
      stabbed|punched|beat|thrown|dad|partner|threw)",
    "(family|father|brothers|parents|uncle|they|dad|brother|uncles) *5 (honor|honour|shame|shamed|\
      dishonored|dishonoured|disgraced) *8",
    "(he|she|they|ex) *2 (shot|stabbed|ran over|set fire|burned down|poisoned) *2 (me|at me|my dog|my cat|\
      the dog|the cat|my car|my house|our house)",
    "(will not let me|refuses to let me|not letting me) (leave|out|go|use) *3 (right now|gun|knife|room|\
      he has|blocking)",
    "(i)? (can not|not safe to) talk *3 (he|she|they) *2 (is|are|might|will) *1 (here|home|listening|next|\
      in the|hear|right|coming|back)",
];

const CONTROL: &[&str] = &[
    "@they *3 (ties|tied|tie|straps|strapped|chained) *1 (me|my *1 (wrists|hands|ankles|arms|legs)) *3",
    "(if|when) *2 (short|late|wrong) *3 (sleep|locked|hit|punished|no food)",
    "@they *3 (meets|takes|took|keeps|has|gets) *6 (payday|pay day|wages|the lot|my pay|giro)",
    "(checks|check|checked) *3 (mileage|receipts|my underwear|my phone|my bag|my messages)",
    "(makes|made|make) me (strip|kneel|beg|ask permission|account)",
    "did not let me sleep *3",
    "(marry|marrying|marriage) who (he|she|they) (picks|choose|chooses|says|want|pick)",
    "(will not|does not|not|never|refuses to|not going to|would not|do not|doesnt) *2 (let|lets|allow|\
      allows|allowed|permit|letting|allowing) *1 (me|us)? *2 (to)? *1 (out|leave|go|see|have|work|use|\
      talk|speak|drive|call|phone|eat|contact|visit|go out|to leave|any money|my own|get|study|wear|take|\
      sleep|be alone|touch|answer|keep|spend|learn|take my)  *4 !homework !until i finish",
    "i *2 (am|was) *1 (not)? *1 (allowed|permitted) *1 (to|out|any|a|my|near)? *3 (see|leave|talk|have|\
      work|go|use|friends|phone|money|eat|house|outside|drive|call|speak|lock|alone|family|anyone|close|\
      keep|bank)",
    "@they *4 (locks|locked|lock|keeps|kept|locking|hold|holding|holds|shuts|shut|chained|tied|ties|keep) \
      *1 (me|us) *3 (in|inside|up|out|prisoner|here|basement|room|house|captive|to the|against|hostage|\
      down|at home|indoors)",
    "@they *4 (took|takes|take|taken|keeps|has|hides|hid|confiscated|smashed|checks|monitors|tracks|reads|\
      goes through|controls|holds|steals|stole|broke|destroyed|withholds|has got|controlling|control|\
      taking) *3 (my)? *1 (phone|passport|money|keys|bank card|card|wages|documents|pension|bank|car keys|\
      papers|benefits|id|messages|access|accounts|paycheck|cards|visa|medication|account|salary|insulin|\
      glasses|walker|wheelchair|birth control|hearing aid|bank book|everything i earn|every penny) *4",
    "@they *4 (controls|controlling|control|decides|dictates|tells me|isolates|isolated|isolating|tracks|\
      monitors|times) *3 (me|what i|who i|everything|my every|where i|all the money|the money|when i|my \
      money|my whole|our money|how long|every|from my|my life|all my) *3",
    "(forced|forcing|force|arranged|made|making|make|sent|sending|flying|taking|fly) *4 (marry|marriage|\
      wedding|married) *4",
    "(cut|cuts|isolated|isolates|keeps|kept) me off? *1 (from) *2 (family|friends|everyone|my mum|my \
      family|my friends|my sister)",
    "(if|when) i *2 (leave|left|leaves|try to leave|go|tell|told|tell anyone|report|say no|said no|refuse|\
      ever left|speak|call|do not do) *8 (he|she|they|husband|boyfriend|wife|partner) *2 (will|would|says|\
      going to|said|threatens|threatened) *3 (kill|take|hurt|deport|find|never see|get|tell|post|send|\
      kick|beat|report|call immigration|shoot|ruin|himself|herself)",
    "(threaten|threatens|threatened|threatening) *3 (me with|to)? *2 (kill himself|kill herself|take the \
      kids|take my|deport|deportation|call immigration|report me|out me|leave me with nothing|have me \
      deported|take our|take the baby|put me in a home|have me sectioned|tell everyone|throw me out|send \
      me back|cut me off)",
    "(spend|spent|account for|receipts|justify) *3 (every penny|every minute|every dollar|every cent|for \
      everything|all my time|where i have been) *3",
    "(afraid|scared|terrified|not allowed) to (go home|leave him|leave her|be home|leave|say no|upset him|\
      upset her|answer|tell anyone|speak|be alone with|make him angry|make her angry|be in the|go back|be \
      around|disagree)",
    "(sign|signed|signing) *4 (over|house|will|power of attorney|papers|deeds|property) *5 (made|make|\
      making|forced|son|daughter|nephew|pressured|he|she|threatened|carer|or else|put me in|niece)",
    "(son|daughter|nephew|grandson|carer|niece|granddaughter|neighbor|stepson|caregiver) *4 (takes|took|\
      taking|steals|stole|stealing|spends|empties|emptied|cashes|withdraws|using|uses|helps himself|has \
      taken|drains|drained|helps herself) *2 (my|all my|the) *3 (pension|money|savings|bank|cheques|\
      checks|card|account|jewellery|jewelry|house|benefits|pills|social security|check|medication)",
    "(held|kept|being held|trapped|prisoner|hostage) *3 (against my will|captive|prisoner|here|in this \
      house|in my own home|in the house|by)",
    "(everywhere|wherever) i go *3 (tracks|tracker|follows|app|has to know|knows|checks|camera|cameras)",
    "(tracker|tracking|airtag|cameras|spyware|camera|app) *3 (on|in) *1 (my|the) *1 (car|phone|house|bag|\
      bedroom|room|bathroom|home) *3",
];

const AFRAID: &[&str] = &[
    "i *3 (scared|afraid|terrified|frightened|fear|petrified|fearful) *2 (of|when|that|what) *1 (my)? *1 \
      (him|her|them|@kin|boyfriend|girlfriend|he|she|they|neighbor|stepdad) !dying !will not !leaving",
    "(not|never|do not|not feel) *2 safe *1 (at|in|with|around|here|there|when|near|going) *1 (my)? *2 \
      (home|house|him|her|them|own|relationship|here|@kin|flat|he|she|alone with|school|bed|room|\
      apartment|now|the house)",
    "(do not|not) *1 feel safe $",
    "@they *3 (screams|screaming|yells|shouts|shouted|belittles|humiliates|insults|calls|mocks|puts|put|\
      degrades|swears|screamed|criticizes|criticises|ridicules|blames|gaslights|manipulates|intimidates|\
      humiliated|demeans) *2 (at)? *1 (me|at me|me names|me down|me stupid|me worthless|me fat|me useless|\
      me crazy|me every) *3 !back",
    "(calls|called|calling) me *2 (stupid|worthless|useless|fat|ugly|whore|slut|crazy|bitch|pathetic|\
      names|retard|faggot|freak|disgusting|waste|idiot|mental)",
    "(he|she|@kin|boyfriend|girlfriend) *3 (jealous|possessive|controlling|checks (my|on)|accuses me|\
      accused me|temper|gets so angry|explodes|manipulative|toxic|emotionally abusive|verbally abusive|\
      gaslighting|intimidating|scares me|scare me|frightens me|terrifies me|volatile|monitors) *4",
    "(afraid|scared|dread|hate|terrified|frightened) *1 (to|of) *1 (go|going|be|being|come|coming) *2 \
      home *3",
    "(flinch|jump|freeze|shake|cower|hide) *4 (when|every time|if|whenever) *4 (he|she|dad|husband|mum|\
      keys|door|comes|hear|voice|hand)",
];

const THREATENED: &[&str] = &[
    "@they *4 (threatened|threatens|threatening|threaten|sends|sent|sending|keeps) *4 (me|to hurt|hurt me|\
      to beat|threats|death threats|me with|my family|to find me|to come|my kids|to post|rape|to rape|\
      messages saying|break my|to throw|acid|to cut|to burn)",
    "(getting|got|received|receiving|get|been getting|sent me) *3 (death threats|threats|threatening)",
    "@they *3 (said|says|told me|texted|texts|messaged|wrote|swore|saying|tells me|swears) *4 (would|will|\
      going to|is going to|i will|i would|i am|gonna|they would|he would|he will|she would|she will|he \
      is) *3 (hurt|kill|beat|find|get|destroy|ruin|come for|make me pay|break|stab|rape|burn|cut|shoot|\
      bury|end|slit|smash|slap|make me disappear|regret) *2 (me|my|us|you|i|it)",
    "(debt|loan|drug|dealer|gang|dealers|loan shark|sharks|gangs) *8 (threat|threatened|threatening|hurt|\
      kill|break my|come for|coming for|legs|knees|after me|my family|house|beat|pay up|door|knife|stab|\
      or else)",
    "(they|he|she|dealer|gang) *4 (after|coming for|looking for|come for|hunting) me *4 (hurt|money|kill|\
      owe|gang|debt|find|knife|now|hide|because)",
];

const STALKED: &[&str] = &[
    "@they *5 (follow|follows|following|followed|stalk|stalks|stalking|stalked|watches|watching|watched|\
      tracks|tracking|spies|spying|waits|waiting|waited|sits|sat|parks|parked|shows up|showing up|showed \
      up|turns up|turning up|turned up|keeps coming|hangs|hanging|lurks|drives past|drive past|driving \
      past|stands|standing|appears) *2 (me|for me|outside|on me|around|home|past|at my|where i|near|by my|\
      to my|uninvited|everywhere) *4 (home|house|work|car|school|everywhere|outside|window|gym|flat|\
      apartment|street|night|every|door|again|office|job|class|building|from|to|online|for|even|me|social|\
      station|and|place|i|go)",
    "(stalker|stalking me|stalked me|being stalked|being followed|am followed|being watched by *2 (ex|him|\
      neighbor|man)|someone is following me|someone follows me|somebody is following me)",
    "(ex|stalker|man|guy|he|she|someone|stranger|customer|coworker|neighbor) *6 (will not leave me alone|\
      will not stop (calling|texting|messaging|contacting|following|coming)|keeps (calling|texting|\
      messaging|contacting|turning up|showing up|emailing|leaving|making new|sending|ringing|coming)|\
      hundreds of|#  *1 (times|messages|calls|texts) *2 (a day|a night|last night|today|each)|fake \
      accounts|new accounts|new numbers|leaves notes|leaving notes|leaves flowers|left notes|left a note|\
      broke into|breaks into|got into my|been in my (house|flat|room|apartment)) *4",
    "(restraining order|protective order|non molestation order|injunction|no contact order|order of \
      protection) *8 (broke|violated|ignores|ignored|breaks|still|again|keeps|came|follow|outside|anyway|\
      found|against|breached)",
    "(knows|found|found out|find out) *2 where i (live|work|am|moved|park|am staying) *4",
    "(photos|pictures|photo|picture) of (me|my house|my window|my kids|my car) *6 (sleeping|from outside|\
      through|sent|he took|left|leaving work|without|through the window|at work|car)",
    "(moved|moving|changed) *4 (twice|house|flat|number|my number|jobs|towns|address) *8 (still|again|\
      finds|found|follows|anyway|always finds|keeps finding)",
];

const EXPLOITED: &[&str] = &[
    "(pay|pays|paid|paying) (him|her|them) *8 (room with|with me|bed with|turn with|go with them|in the \
      room)",
    "(buys|gives|pays|bought|gave) me *8 (if i|to|for) *3 (kiss|touch|sex|pictures|send|meet|massage|sit \
      on|be nice)",
    "be nice to (his|her|their) (mates|friends|boss|brothers|cousins)",
    "(coach|teacher|tutor|priest|uncle|boss|instructor|manager) *6 (what we do|our secret|if i tell|if \
      anyone knew|special lessons|after practice)",
    "(took|taken|have|has|keep|keeps|hold|holds) our (papers|passports|passport|documents|ids)",
    "put *2 (video|pictures|photos|nudes|pics) *2 (on|online|up)",
    "(makes|make|made|making|forces|forced|forcing|force) me *4 (work|sell|sleep with|have sex with|have \
      sex|beg|steal|carry|deliver|strip|do webcam|film|send|clean|shoplift|hold|run|transport|walk the|go \
      with|see clients|see men|see customers|do it with|sign|pay|do porn|dance|shift|move|pose|take) *4",
    "(took|taken|has|have|keeps|kept|holds|holding|confiscated|hold|locked away) *2 (my|our) (passport|\
      passports|papers|documents|visa|identity card|id) *4",
    "(work|working|works|worked) *6 (not paid|no pay|without pay|never paid|do not get paid|does not pay \
      me|will not pay me|do not pay me|to pay off|pay off the|pay back the|off the debt|sixteen hours|\
      eighteen hours|# hours|no days off|no wages|for nothing|sleep in the|not allowed to leave|locked) *4",
    "(owe|owing|debt|pay back|pay off) *6 (smuggler|smugglers|agent|boss|recruiter|pimp|trafficker|gang|\
      brought me|travel|for bringing|journey|dealer|elders|olders|work it off|working it off|sex|men|\
      selling|until i) *4",
    "(i|me|us|my) *4 (trafficked|trafficker|traffickers|pimp)",
    "(pimp|traffickers|trafficker) *6 (me|us|my)",
    "(sold me|sells me|selling me|sell me|sold to|county lines|cuckooed|cuckooing|traphouse|trap house)",
    "(boyfriend|he|she|uncle|they|man|friend|boss|mum|dad|older guy|landlord|guy|older boys|gang|men|\
      dealer) *4 (makes|wants|made|asks|forces|gets|got|pays|sends|take|takes|brings|brought|gives|\
      selling|sells|drives|expects|told|tells|invites|lets) *3 (me|his friends)? *4 (to)? *3 (sleep with|\
      have sex with|do things with|be with|go with|entertain|drop off|carry|carry packages|deliver|hold \
      (drugs|his|packages|stuff|the)|sell (drugs|stuff|for)|sell my body|other men|his friends|men for \
      money|customers|clients|hotel rooms|hotels|strangers|different men|pay rent with|sex for rent|sex \
      instead|nudes|run drugs)",
    "(sex|sleep with him|sleep with|blow|favors|have sex) *4 (for|instead of|in exchange|to pay|or he|or \
      else) *3 (rent|food|place to stay|drugs|money he|room|roof|grades|visa|papers|debt|kick me|job|\
      phone|weed|vapes|a lift)",
    "(nudes|nude|naked|intimate|explicit|private|sexual|topless|pics|pictures|photos|video|videos) *10 \
      (threaten|threatens|threatened|threatening|blackmail|blackmailing|pay|post|share|leak|leaked|send \
      them to|sends them to|send it to|show|unless|or else|money|everyone|upload|online|gift cards|more \
      pics|more pictures|my family|my parents|my school|spread|expose|shared|posted) *4",
    "(blackmail|blackmails|blackmailed|blackmailing|sextortion|sextorted|extort|extorting|extorted|\
      revenge porn) *4",
    "(asks|asked|asking|wants|pressured|pressuring|sends|sent|keeps) *3 (me|for)? *2 (nudes|naked \
      pictures|naked pics|nude|pics of my|pictures of my body|photos of my body|send pics|dirty pictures|\
      pictures without) *4",
    "(older|adult|grown|# year old|thirty year old|forty year old|online|guy online|man online|met \
      online) *3 (man|guy|friend|boyfriend|men|guys|person) *8 (secret|meet up|meet|hotel|gifts|nudes|\
      pics|not tell|sex|touch|alone|buys me|drugs|alcohol|vapes|older than|his place|run away|pick me up|\
      dms|do not tell|kiss)",
    "i *2 (am|was)? *1 (#|twelve|thirteen|fourteen|fifteen) and *3 (boyfriend|girlfriend|he|guy) *3 (is|\
      #) *2 (#|twenty|thirty|forty|older|twenties|thirties|adult)",
    "(forced|made|have|sold|being) *2 (into|to)? *2 (prostitution|sex work|labor|labour|servitude|slavery|\
      domestic work|begging|stripping|porn) *3",
    "(can not|not allowed to|will not let me|not let us|never) *2 (leave|quit|go|out) *5 (owner|boss|\
      employer|house|farm|factory|salon|car wash|madam|agency|family i work|restaurant|they have my|debt|\
      compound|contract) *5",
    "(they|he|boss|employer|agency) *4 (takes|take|keeps|keep) *3 (all|most)? *2 (my|our|the) (wages|\
      earnings|money i make|pay|money i earn|tips|salary) *3",
];

const ASSAULT: &[&str] = &[
    "i *3 (was|got|been|have been|am being|being|were) *2 (raped|sexually assaulted|assaulted|attacked|\
      drugged|spiked|mugged|stabbed|beaten up|jumped|gang raped|molested|groped|abused|sexually abused|\
      trafficked) *3 !by the !by a dog",
    "(he|she|they|someone|somebody|uncle|boss|coach|friend|guy|man|stranger|date|ex|@kin|@folk) *3 (raped|\
      rapes|assaulted|sexually assaulted|molested|drugged|spiked|groped|forced himself on|forced herself \
      on|took advantage of|attacked|had sex with) *1 (me|my drink|him on me|himself on me)",
    "(he|she|they|someone) *2 forced *1 (himself|herself|themselves) (on|into|inside) *1 me",
    "(woke|wake) up *6 (no clothes|naked|inside me|on top of me|not remember|without my|trousers|touching \
      me)",
    "(did not|never) *2 (consent|say yes|want it|want to) *4 (he|sex|it happened|him|kept going|anyway|it|\
      keep)",
    "(said|told|kept saying|say) *2 (no|stop|to stop) *3 (but|and) (he|she|they) *4 (did not|kept|would \
      not|not stop|carried on|anyway|continued|held|did it|still)",
    "(non consensual|without my consent|against my will|while i was asleep|while i was passed out|when i \
      was passed out|when i was asleep|when i was drunk) *4",
    "(rape kit|sexual assault|raped|my rape|the rape|date rape) *2",
];

const BULLIED: &[&str] = &[
    "(kids|they|people|boys|girls|classmates|students|everyone|coworkers|gang|group|guys|someone|team) *3 \
      (bully|bullies|bullying|bullied|pick on|picking on|beat|beats|push|shove|hit|harass|harassing|\
      torment|tormenting|spit on|jump|laugh at|punch|trip) *2 me *4 (up|every|at school|online|because|\
      around|at work|constantly|all|in the|after school|daily|for being|again|on the|$)",
    "i *3 (am|get|being|been|getting|was) *2 (bullied|harassed|picked on|tormented|cyberbullied|jumped|\
      beaten up|victimised|victimized|sexually harassed) *3",
    "(told|tell|tells|telling|says|say|saying|said|comment|comments|messages|dms|message) *4 (me to)? *2 \
      (kill yourself|go die|kill myself|should kill|end my life|better off dead|should die|i should be \
      dead|just die already) *2 (they|people|kids|at school|me)?",
    "(racist|homophobic|transphobic|hate) *3 (abuse|attacks|attack|slurs) *4 (me|us|every)",
    "(boss|manager|supervisor|coworker|colleague|teacher|coach) *4 (touches|touching|harasses|harassing|\
      gropes|comments on my body|sexual|inappropriate|touched|corners) *3",
];

const CHILD_THIRD: &[&str] = &[
    "@they *4 (@strike) *1 (my|the|our|his|her|their|a) *2 @child !up !at !in !for !with",
    "@they *4 (hits|hit|beats|beat|slaps|slapped|punches|punched|hurts|hurt|hurting|kicks|kicked|shakes|\
      shook|burns|burned|touches|touched|molests|molested|abuses|abused|locks|locked|starves|starving|\
      whips|throws|threw|chokes|choked|belts|belted|rapes|raped|drugged|touching|grabs|grabbed|smacks|\
      smacked|drags|dragged) *1 (my|our|the|his|her|their)? *2 (@child|us kids|us|little brother|little \
      sister|brother|sister|baby brother|baby sister) *2 (again|every|when|with|so|hard|until|in|and|for|\
      down there|there|at|too|if|because|inappropriately|at night|around|against|$)",
    "(son|daughter|niece|nephew|child|kid|stepdaughter|stepson|grandson|granddaughter|little girl|little \
      boy|student|pupil|girl|boy|sister|brother|# year old|stepkids) *3 (told|tells|says|said|disclosed|\
      mentioned|whispered|showed|confided|admitted) *6 (touch|touches|touched|touching|hurts|hurt|hits|\
      hit|secret|private|beats|abuse|abused|raped|uncle|stepdad|grandpa|coach|babysitter|scared of|afraid \
      of|hurting|locks|bruises|hungry|molested|tickle|game|bed)",
    "(bruises|bruise|marks|burns|welts|black eye|cigarette burns|bite marks|belt marks|cuts) *3 on *3 \
      (@child|his|her|their|little|arms|legs|back|boy|girl|student|pupil|stepson)",
    "(child|kid|kids|children|boy|girl|baby|toddler|son|daughter|nephew|niece|student|pupil|little) *4 \
      (has|have|with|had|covered in|came back with|came home with|comes home with|comes in with|come in \
      with|turned up with) *3 (bruises|burns|marks|black eye|welts|broken arm|cigarette|blood in|bleeding|\
      finger marks|belt)",
    "(neighbor|neighbors|next door|downstairs|upstairs|family|sister|brother|ex|friend|cousin|someone) *6 \
      (screaming|crying|scream|screams|hitting|locked|left|leaves|leaving|hits|beating|hear|starving|\
      alone|neglect|shaking|high|drunk|begging) *8 (kid|kids|child|children|baby|toddler|boy|girl|son|\
      daughter|little) *3",
    "(kid|kids|child|children|baby|toddler|little one|boy|girl) *4 (next door|upstairs|across the street|\
      downstairs|in my class|at my school|in the flat|i babysit|i nanny|i teach|in our building) *10 \
      (screaming|crying|alone|bruises|hungry|filthy|hit|locked|scared|thin|starving|marks|hurt|beaten|\
      begging|outside|burn|cold|flinch|flinches|neglected|left)",
    "(child|kids|kid|baby|toddler|children|boy|girl|son|daughter|brother|sister|siblings|twins|year old) \
      *4 (left|leaves|leave|been) *2 (home)? *1 (alone|unattended|outside|by themselves|in the car|on \
      their own|by himself|by herself) *4",
    "(mum|dad|mother|father|stepdad|stepmum|parents|she|he) *4 (not feed|does not feed|starves|leaves|\
      locks|left|never feeds|too drunk|passed out|high|is using|shoots up|on drugs) *4 (us|me and my \
      (brother|sister|brothers|sisters)|my little (brother|sister)|my brother|my sister|the kids|the baby|\
      my siblings|her kids|his kids|her baby|kids|baby)",
    "(take|taking|send|sending|fly|flying) *4 (her|daughter|sister|niece|girls) *6 (cut|fgm|circumcised|\
      circumcision|cutting|abroad to be cut|married|marry)",
    "(child|minor|kid|girl|boy|daughter|son|# year old|year old|niece|teenager|sister) *5 (being groomed|\
      grooming her|grooming him|molested|meeting a man|nudes to|older man|touching her|touching him|\
      online with a man) *3",
    "(child|sexual) (abuse|molestation) *4 (now|still|happening|happened|my|to me|him|by|going on|from)",
];
