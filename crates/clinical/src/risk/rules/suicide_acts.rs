//! Plans, means, preparation, farewell and acts.
//!
//! Principle: behaviour in the Columbia scale (Posner et al. 2011: actual, interrupted and aborted attempts, preparatory
//! acts); access to means (Barber & Miller 2014); the warning signs of the American Association of Suicidology
//! (Rudd et al. 2006, IS PATH WARM): threats, looking for ways, giving away, calm after despair.

use super::Row;
use crate::risk::sign::Mark::Sign as S;
use crate::risk::sign::Sign::{
    Act, Attempt, Calm, DoIt, Farewell, GiveAway, Lethal, Means, MeansReady, Plan, Prepare, Probe,
};

pub(crate) const ROWS: &[Row] = &[
    (S(Plan), PLAN),
    (S(MeansReady), MEANS_READY),
    (S(Means), MEANS),
    (S(Prepare), PREPARE),
    (S(GiveAway), GIVE_AWAY),
    (S(Farewell), FAREWELL),
    (S(Act), ACT),
    (S(Attempt), ATTEMPT),
    (S(Lethal), LETHAL),
    (S(Probe), PROBE),
    (S(DoIt), DO_IT),
    (S(Calm), CALM),
];

const PLAN: &[&str] = &[
    "(plan|plans|planned|planning|method) *4 (to|for|of|my|on|how i will|out|involves) *4 (@selfkill|\
      suicide|my death|die|dying|ending it|death)",
    "(suicide|death) (plan|date|method)",
    "(~plan|~planned) (it|everything|the whole thing|my death|my suicide|it all|how) *2 (out|in detail|\
      carefully|to the last detail|down to) *5",
    "i *3 (have|got|made|making|know|set|picked|chosen|decided|worked out|fixed|choose|having) *3 (plan|\
      date|day|place|spot|time|method|location|bridge|tree|room) *3 (to|for|where|when|and|how) *5 (die|\
      end|kill|@selfkill|do it|go|it happens|hang|jump|my death|it|suicide)",
    "i *3 (have|got|picked|set|chosen|fixed|choose) *1 (a|the|my) (date|day|spot|place) *2 (picked|set|\
      picked out|chosen|already|in mind) *4",
    "(everything|it|all|it all) is *2 (planned|ready|in place|arranged|prepared|set|set up|set out|laid \
      out) *2 (for)? (tonight|tomorrow|when i|now|already|me to go)",
    "i have everything i need (to|for|now|ready) *3 (do it|die|end|it)?",
    "(rent|booked|book|booking|reserved|check|checking|checked) *3 (hotel|motel|room|cabin|airbnb) *5 \
      (die|nobody|no one|alone so|do it|end|so my|find|not come back|one way|not find|housekeeping|last)",
    "(when|after|once|before|while|as soon as) *2 (they|he|she|everyone|my @kin|kids|wife|husband|\
      everybody|roommate) *4 (leave|asleep|bed|out|work|school|goes|go|sleeping|away|leaves|back) *5 i *2 \
      (will|am|am going to|going to|would) *4 (@selfkill|do it|end|take the|jump|die|take all|hang|use \
      the)",
    "(drive|driving|walk|walking|go|going|heading|head|on my way|travelling|way|get) *3 (to|towards) *3 \
      (bridge|cliff|cliffs|train station|tracks|roof|woods|river|beachy|overpass|forest|car park|railway) \
      *8 (tonight|tomorrow|end|jump|not come back|not coming back|do it|now|rope|pills|die|gun|after|\
      friday|alone)",
    "(timed|chosen|chose|picked|waiting|wait) *4 (so|when|until|till) (nobody|no one|kids|they|my @kin|\
      everyone) *3 (find|finds|home|out|asleep|stop|gone|stops|is gone) *3 (me)?",
    "(do it|end it|kill myself|die|go) on (my birthday|christmas|the anniversary|friday|saturday|sunday|\
      monday|tuesday|wednesday|thursday|valentines|new years|the weekend|#)",
    "(waiting|wait|staying|stay|hang on|hold on|hanging on|holding on|keeping going) *2 (until|till|for) \
      *4 (dog|cat|mum|dad|mother|christmas|birthday|wedding|exams|kids|pet|nan|father|graduation) *3 \
      (dies|died|passes|is over|is gone|gone|to die|are grown|grow|is done|then i|and then) *4",
    "(once|when|after) *2 (my)? *1 (mum|dad|mother|father|dog|cat|nan|parents|wife|husband|kids|gran) *2 \
      (dies|die|passes|is gone|goes|are gone|are grown|pass) *1 (away)? i *2 (will|am|can|would|going) *4",
];

const MEANS_READY: &[&str] = &[
    "(woods|forest|tree|attic|garage|shed|loft|barn) *3 with (a|the|my) *1 (rope|noose|belt|gun|shotgun)",
    "(belt|rope|noose|cord|scarf|sheet|flex|cable) *3 (over|on|to|from|through|round|around) *2 (door|\
      beam|hook|rail|rafter|rafters|banister|tree|branch|pipe|bar|hinge|bannister|landing)",
    "(pills|tablets|capsules) *3 (counted|crushed|sorted|lined up|laid out|tipped out|poured out|emptied \
      out|in a pile|in a bowl)",
    "(rifle|gun|shotgun|pistol|revolver) *3 (cleaned|loaded|ready|cocked)",
    "(gun|rifle|pistol|shotgun|revolver|rope|noose|knife|razor|blade|pills|tablets|bottle|bottles|box|\
      belt|bleach|insulin|handgun|glock|boxes|medication|paracetamol|overdose|scissors|vodka) *5 (in|on|\
      beside|by|next to|in front of|at) (my (hand|hands|lap|bed|bedside|mouth|side|desk|nightstand|\
      pillow)|me|the table|the bed|the bedside|the nightstand|the desk|the counter)",
    "i *3 (have|got|hold|holding|am holding|with|bought|found|am looking at|staring at|sitting with|took \
      out|got out|grabbed|took|loaded|looking at|counted) *5 (gun|rope|noose|rifle|pistol|shotgun|razor|\
      blade|knife|pills|tablets|bleach|insulin|bottle of|whole bottle|belt|handgun|paracetamol|meds|\
      medication|overdose|revolver|box of|packet of|packets of) *5 (in my hand|in my hands|in front of me|\
      next to me|beside me|right here|to my head|loaded|ready|on my lap|in my lap|here with me|here now|\
      with me now|to do it|here|on the bed|on the table|by my bed|tonight)",
    "(sitting|sat|standing|sit|lying|stood) *3 (here)? *1 (with|holding|next to|beside) *4 (gun|rope|\
      noose|rifle|pistol|shotgun|razor|blade|knife|pills|tablets|bleach|bottle|belt|insulin|handgun|\
      paracetamol|meds)",
    "(gun|rifle|pistol|shotgun|handgun|revolver) is (loaded|in my|on my|next)",
    "(loaded|load|loading) *2 (gun|rifle|pistol|shotgun|revolver|handgun|glock)",
    "(pills|tablets|rope|gun|knife|razor|blade|bottle) *2 (right)? (in front of|next to|beside|in) (me|my \
      hand|my hands) *2",
    "(~tie|~tied|~hung|~hang|~set up|~made|~put|~rig) *2 (the|a|up the|my) *1 (rope|noose|ligature|hose) \
      *4 (up|ready|over|from|to|beam|tree|door|rafters|banister|already|tonight|hook|fan|attic|garage|\
      loft|shed|now)",
    "(rope|noose) *2 (is)? (tied|ready|hung|set up|up) *3",
    "(hold|holding|put|putting|have|had) *3 (gun|knife|blade|razor|rifle|pistol) *2 (to|against|in|at) my \
      (head|throat|temple|mouth|chest|neck|chin|heart) *1 (right now|now|as we speak)?",
    "i have (all|everything|what|the things|the stuff) *2 (i need|ready|it takes) *4 (do it|die|end|kill|\
      tonight|pills|rope|now)",
    "(enough|plenty of|a stash of|stash|stockpile|stockpiled|saved up|saving|saving up|hoarding|hoarded|\
      been saving|collecting|collected|hoard|stashed|stored up|putting by|storing|stocked up|stocking up|\
      keeping back|kept back) *5 (pills|tablets|medication|meds|insulin|paracetamol|opioids|painkillers|\
      sleeping|morphine|antidepressants|medicine|capsules|patches) *6",
    "enough (pills|tablets|medication|insulin|meds|paracetamol|of them|here|drugs) *5 (to|for|do|kill|end|\
      me)",
];

const MEANS: &[&str] = &[
    "(ask|asked|asking|borrow|begged) *5 (gun|shotgun|rifle|pistol|pills|tablets|morphine|insulin)",
    "(i|we|dad|husband|he|house|my|there|@kin) *3 (have|has|own|keep|keeps|got|is|bought|get|getting|\
      buying|is there) *4 (gun|guns|rifle|pistol|shotgun|firearm|firearms|handgun|revolver|glock|rope|\
      pills|tablets|stockpile|insulin|morphine|weapons|weapon|paracetamol|sleeping pills|medication)",
    "(access|key|keys|code|combination) to *4 (gun|guns|pills|medication|safe|insulin|weapon|weapons|\
      drugs|roof|firearm|morphine|opioids|cabinet)",
    "(where|know where) *5 (gun|guns|rifle|pills|key|keys|safe|rope|shotgun|ammo|knife|medication) *3 (is|\
      are|keeps|keep|kept|hidden|locked|lives)",
    "(bought|buying|ordered|got|picked up|purchased|borrowed|took|stole|found|borrow|collected|dug out|\
      got out|looked out) *4 (gun|rope|noose|rifle|pistol|shotgun|razor blades|razor|blades|pills|\
      sleeping pills|bleach|helium|poison|knife|ammo|bullets|handgun|charcoal|ammunition|tablets|\
      paracetamol|petrol|nitrite)",
    "dad (gun|rifle|shotgun|pistol|pills|morphine|razor)",
    "(pills|tablets|gun|rope|insulin|medication|morphine|shotgun|rifle) *2 (in|at|under|from) *2 (cabinet|\
      cupboard|house|home|drawer|garage|bed|shed|wardrobe|kitchen|bathroom|attic|safe|closet)",
    "my *3 (gun|rifle|shotgun|pistol|revolver|handgun)",
    "(grandads|grandpas|husbands|brothers|uncles) (gun|rifle|shotgun|pistol|pills|morphine|revolver)",
];

const PREPARE: &[&str] = &[
    "(~write|~wrote|~leave|~finish|~draft|~record|~film|~type|~post|~do|~have|~prepare) *4 (letters|\
      letter|note|notes|goodbye|goodbyes|suicide note|videos|messages|farewell) *2 (to|for)? *4 (everyone|\
      kids|family|mum|dad|wife|husband|children|them|my @kin|each of|people|friends|him|her|all|anyone|my \
      daughter|my son|find|when i|after i|the ones|loved)",
    "i *2 (have|am|been)? *1 (written|wrote|writing|finished|writting|write) *1 (the|my|all|all the|all \
      my|some|a few|a|their) (letters|goodbye letters|goodbye letter|goodbyes|goodbye|goodbye notes|note|\
      notes|final letter|farewell|farewell letter)",
    "suicide (note|notes|letter|letters|video)",
    "goodbye (note|notes|letter|letters|video|videos|message|messages|texts|post)",
    "(note|letter|letters) *2 (is|are) *2 (written|ready|on the (table|desk|kitchen|bed|fridge|counter|\
      dresser)|in the drawer|in an envelope|for them|finished|sealed|under)",
    "(~get|~put|~set|~sort|~tidy) *2 (all)? *1 my *2 (affairs|papers|paperwork|things|estate|finances|\
      passwords) (in order|sorted|straight|organised|organized|tidy|settled|together so|ready so) *4",
    "affairs (are)? (in order|sorted|settled)",
    "(~pay|~paid|~cancel|~close) *3 (everything|funeral|all my|my accounts|my own funeral|subscriptions|\
      my bills|my debts) *5 (so|nobody|no one|they|off|kids|before|will not|family|anyone) *4",
    "(~plan|~planned|~pay|~arrange|~book|~prepaid) *2 (for)? *1 my (own)? (funeral|cremation|burial|\
      memorial|funeral songs|service)",
    "(left|leave|leaving|written|wrote|writing) *3 (passwords|instructions|bank details|details|pin|\
      everything) *5 (so|for|when|after|find|her|him|them|wife|family|once) *5",
    "(deleted|deleting|delete|wiped|wiping) *3 (accounts|social media|photos|browser|history|everything|\
      phone|messages) *6 (gone|nobody|no one|anyone|after|find|goodbye|when i|leave nothing|trace|before)",
    "(~practise|~practice|~rehearse|~test|~try) *4 (noose|rope|knot|hanging|how to hang|gun in|jump|drop|\
      overdose|walk to the bridge|it feels)",
    "(~go|~went|~drive|~drove|~walk|~visit|~visited|~scout|~check out|~looked at|~stood) *4 (bridge|spot|\
      cliff|roof|station|tracks|place|overpass|platform|viaduct) *4 (check|see if|see how|see whether|\
      practice|practise|scout|look at the drop|times|twice this|measure|where i would|where i will|again \
      tonight)",
    "(found|find|arranged|arrange|sorted|got|looking for|asked) *3 (home|homes|someone|somebody|owner|\
      place|people|sister|neighbor|@kin|@folk) *2 (for|to (take|have|look after|keep)) *3 (dog|cat|cats|\
      dogs|pets|pet|kids|rabbit|bird|horse|parrot) *8 (gone|after|before|when|not here|then|so i|ready|\
      now i|die|goodbye|anymore)",
    "(~search|~google|~look|~read|~research|~watch) *4 (for|up|about|at|into|online|on)? *5 (ways to (die|\
      kill|end|do it|hang|go)|how to (die|kill myself|tie|hang|overdose|end|make a noose|do it|suffocate|\
      commit)|suicide (methods|method|forum|forums|sites|site|plan|kits)|painless|methods|lethal|fatal|\
      how many pills|drop height|how much it takes|noose|overdose amount|tie a noose|best way to die|\
      easiest way|quickest way|overdose|deadly|quick ways|die without)",
];

const GIVE_AWAY: &[&str] = &[
    "(~give|~gave|~hand|~pass|~donate) *1 (all|away|out|off|on)? *4 (things|stuff|possessions|belongings|\
      everything|my dog|my cat|jewellery|jewelry|records|collection|guitar|clothes|books|pets|car|watch|\
      games|consoles|console|medals|ring|tools|bike|phone|laptop|money|savings|treasures|keepsakes|xbox|\
      playstation|vinyl|camera|earrings|necklace|dogs|cats|instruments|sketchbooks|art|ps5|headphones|\
      albums|shoes|stamps|hoodies|rings|trainers|favorite) *1 (away|out|to (my|a|the|him|her|friends|\
      charity|people|his))",
    "(~give|~gave) *1 (away)? *2 (all|most|everything|my favorite|my most|every) *4 (away|i own|\
      possessions|belongings|things|own|prized|precious|have)",
    "(~give|~gave|given|giving) away *2 (my|all|most|the|everything|a lot|some|half|his|everthing|bits)",
    "(~give|~gave|~giving) *1 (her|him|them|my @kin|my @folk|my best friend|everyone|people|neighbor|\
      friends) my *3 (dog|cat|jewellery|jewelry|records|collection|guitar|things|stuff|ring|watch|medals|\
      books|car|bike|necklace|consoles|savings|camera|vinyl|hoodie|switch|cards|playstation|xbox)",
    "(want|would like|need) *1 (you|him|her|them|someone|somebody|my @kin) to (have|take|keep) my *4",
    "(take|have|keep) my *3 (things|stuff|dog|cat|guitar|records|hoodie|hoodies|ring|necklace) *3 (gone|\
      not here|anymore|dead|after|i do not need)",
    "(rehome|rehomed|rehoming|found a new home for|found a home for|found new owners for|found a good \
      home) *2 (my|the|our)? *1 (dog|dogs|cat|cats|pets|pet|horse|rabbit|birds|animals|budgie|parrot)",
];

const FAREWELL: &[&str] = &[
    "(~say|~said|~saying|~wanted to say|~come to say|~told|~texted|~send|~sent) *2 (my|our|the|a)? *1 \
      (final|last|proper|quiet)? (goodbye|goodbyes|farewell|good bye|good byes|byes) !(at | to the year | \
      to the old | to summer | for the summer | kiss)",
    "(goodbye|farewell|bye) (everyone|everybody|all|world|forever|cruel|my friends|for good|for ever|and \
      thank you|and thanks|and sorry|guys i|mum i|to my|to everyone|to all|to the kids|to my kids|i love|\
      i am sorry|life|then|now and|friend)",
    "(thank|thanks) *1 (you)? (for (everything|all|being|trying|listening|your kindness|having been|the \
      memories)) *4 (goodbye|farewell|bye|i tried|sorry|take care|i am done|you did|love|no more|it is \
      time|not your fault|forever|in the end|but)",
    "(i am|so|just|really)? sorry *1 (for)? (everything|it all|all of it|all the pain|what i|all the \
      trouble|being|i could not|leaving|i was not|i did not) *4 (goodbye|i love you|forgive|better|done|\
      anymore|stronger|this way|tell|love|good enough|please)",
    "(tell|let) *1 (my|him|her|them|everyone) *2 (mum|dad|kids|wife|husband|son|daughter|children|sister|\
      brother|family|know|dog|him|her)? *2 (i|that i|how) *2 (loved|love|am sorry|always|was sorry|was \
      proud|said goodbye|said sorry)",
    "(look after|take care of) *2 (yourself|each other|my|them|mum|dad|the kids|kids|dog|her|him|\
      everyone) *3 (for me|when i|after i|now|please|once i|without|goodbye|i can not|gone|i love)",
    "(one)? (last|final) (goodbye|time to say|hug|farewell|look|kiss|i love you|message|text|call|words|\
      note|post|visit)",
    "(hope|please|can you|will you|do you|could you|may god|i beg you|may) *3 forgive me",
    "(this is|consider this) *2 (goodbye|it for me|my goodbye|my last|farewell|the last|my final|my \
      farewell|where i get off|the end for me|the end of the road)",
    "(i|we) *2 (visited|seen|called|rang|phoned|hugged|told|kissed|messaged|texted) *4 (everyone|each|all|\
      them|kids|mum|dad|friends|family|grave|my @kin) *4 (one last|last time|for the last|goodbye|i loved \
      them|say sorry|a final|how much i)",
    "^ (bye forever|goodbye world|goodbye forever|goodbye all)",
    "(will not|not) be (talking|speaking|chatting|messaging|texting|writing) *2 (to you)? *1 (again|\
      anymore|after)",
    "you will not *2 (hear|see) *2 (from|me|of) *2 (again|anymore|me|after|me again)",
    "see you *2 (on the other side|in the next life|in another life|in heaven)",
    "(it was|been) (nice|good|lovely|a pleasure) (knowing|to know|to have known) you *4",
    "(remember|do not forget) me *1 (kindly|when|well|fondly|please|as|how|happy|smiling)",
];

const ACT: &[&str] = &[
    "(hose|exhaust) is (on|in|connected|running)",
    "(going|climbing|climbed|stepping|stepped) over *1 (barrier|rail|railing|railings|fence|parapet|wall) \
      *2 (now|already|and|$)",
    "(turned|turning) *1 gas on *3",
    "gas on and",
    "started on *1 (blister|packs|pills|tablets|second bottle)",
    "(it|rope|noose|belt|cord|scarf|flex|cable) is *1 (round|around) my neck",
    "(gas|engine|hose|car) is? *3 (on|running|sealed) *6 (sealed|taped|windows|towel|hose|garage)",
    "(sealed|taped|blocked) *3 (windows|doors|door|vents)",
    "(injected|swallowed|necked|taken|took) *4 (pens|vials|units|bottles|packets|strips|boxes|patches) *3",
    "(drank|drunk|swallowed|downed|drinking) *2 (antifreeze|bleach|weedkiller|drain|poison|white spirit|\
      paint thinner|screenwash|pesticide)",
    "(swallowed|taken|took|necked|downed|had) *3 (most|all|half|the rest|rest|every|everything|whole) *4 \
      (box|packet|bottle|lot|strip|strips|drawer|cabinet|cupboard|pack|tub|blister|last one|pot)",
    "(took|taken|swallowed) what *3 (was|is|i had|were) *4",
    "(took|taken|swallowed) *6 (strips|packets|boxes|all of it|all of them)",
    "i *2 (just|have|already|now|am)? *2 (took|taken|swallowed|take|taking|swallowing|downed|necked|drank|\
      ate|had|popped|injected) *3 (all|every|whole|entire|bottle|too many|a lot|lots|load|loads|bunch|\
      handful|handfuls|the rest|the lot|#|many|them all|over *1 #|twenty|thirty|forty|fifty|sixty|a \
      hundred|half a bottle|pack|packet|full|extra|about|around|strip|everything|double|so many|couple of \
      dozen) *6 (pills|tablets|medication|meds|paracetamol|insulin|antidepressants|sleeping|painkillers|\
      bleach|units|capsules|lithium|medicine|methadone|cabinet|them|heart|drugs|heroin|digoxin|warfarin|\
      antifreeze) !(a day | daily | each | every | prescribed | as | before bed | with food | for my | \
      for the | once | twice)",
    "(took|taken|swallowed|swallowing|downed|necked) *1 (them all|it all|the lot|everything|the whole \
      (bottle|lot|packet|box|pack)|them|all of them|all the pills|all my *2 (pills|tablets|meds|\
      medication|insulin)|too many (pills|tablets|of my|meds|sleeping)|an overdose|a overdose|bleach)",
    "i *2 (have|just|already|think i|may have|might have) *2 (overdosed|taken an overdose|took an \
      overdose|od)",
    "i (overdosed|took an overdose)",
    "(pills|tablets|meds|overdose|insulin|medicine) *5 (kick in|kicking in|start working|to work|starting \
      to work|feel sleepy|getting sleepy|take effect|already in me|in my system|swallowed|are gone|gone|\
      empty)",
    "(already|just) *1 (taken|took|swallowed|done) (it|them|the pills|something|enough|loads|too many)",
    "i am *3 (standing|sitting|stood|sat|hanging|climbing|perched|leaning|up|on) *3 (edge|ledge|railing|\
      railings|footbridge|flyover|rooftop|parapet|overpass|windowsill|chair with|stool)",
    "(other|wrong|outer|far|outside) (side)? of the (rail|rails|railing|railings|barrier|fence|glass|wall|\
      parapet)",
    "(on|at) the (edge|ledge|bridge|roof|tracks|railing|parapet|platform) (right now|now|looking down|\
      about to|ready|as we speak)",
    "i am (on|at) *2 (ledge|railing|railings|parapet|bridge|roof|tracks|cliff|cliffs|overpass|footbridge) \
      (now|right now|and i|looking|already|edge|$)",
    "i *1 (have)? (climbed|climbed over|gone over) *2 (roof|bridge|ledge|railing|railings|tracks|parapet|\
      cliff|barrier)",
    "(legs|feet|foot) *2 (over|off|dangling|on) *3 (edge|ledge|rail|railing|side|bridge|roof)",
    "(i have|i just|just|i am|already|i)  *2 (cut|slit|slashed|cutting|opened|sliced) *1 (my|both|open)? \
      *2 (wrists|throat|wrist|veins|artery|neck|arteries) *2",
    "(bleeding|blood|bleed) *4 (everywhere|will not stop|not stopping|a lot|out|all over|through|so much|\
      badly|heavily|pouring|bad) *6",
    "(rope|noose|belt|cord|bag|hose|scarf) *2 (is)? *1 (around|round|over|on) my (neck|head|throat)",
    "(gun|knife|blade|barrel|rifle|razor|pistol|shotgun) *2 (to|against|in|at|under|on) my (head|throat|\
      temple|mouth|neck|chest|chin|wrist|heart|hand now)",
    "(engine|car) *2 (is)? (running|on) *5 (garage|hose|exhaust|windows|closed|sealed)",
    "(garage|hose|exhaust) *4 engine *2 (running|on)",
    "i *1 (am|have)? *1 (walking|walked|drive|driving|waded|wading|swimming|going|heading) *2 (in|into|\
      out|towards|to) *2 (traffic|sea|ocean|river|water|the tracks|the bridge|the cliff|the cliffs|onto \
      the)  *3",
    "(last|this|yesterday|earlier|few) *2 (night|morning|evening|week|afternoon|today|weekend|hours ago|\
      minutes ago|hour ago) *4 i *3 (tried|took|swallowed|attempted|cut|slit|hung|overdosed|jumped) *4 \
      (kill|pills|tablets|overdose|wrists|myself|my life|suicide|meds|hang|end|throat|off the|bleach)",
    "i *2 (am|have) (dying|bleeding out|fading|slipping away) (right now|now|already|from the|because i)",
    "it is (done|already done|too late|over now) *2 (i|for me|the pills|now)? *3 (took|swallowed|taken|\
      cut|pills)",
    "(about to|ready to|going to) (jump|step off|let go|pull the trigger|kick the chair|inject) *4 (now|\
      right now|bridge|roof|goodbye|insulin|cliff|ledge|platform)",
    "i (did|have done) it *2 (i|took|pills|swallowed|cut|already)",
    "i (do not|can not) want to be saved",
    "(too late|do not) *2 (call|send|calling|sending) *2 (ambulance|help|911|999|anyone|police|\
      paramedics) *4",
];

const ATTEMPT: &[&str] = &[
    "(almost|nearly) *2 (stepped|walked|drove|swerved|jumped|threw myself|let go|swallowed|took) *2 (out|\
      in front|into|off|under|them|it|over|all|go)",
    "(it|rope|belt|branch) (snapped|broke|gave way|did not hold)",
    "i *3 (tried|try|attempted|attempting|trying) *1 (to|at|again to|it)? *3 (@selfkill|die|take my own \
      life|suicide|do it again)",
    "(tried|attempted) (suicide|overdosing|hanging myself|drowning myself|jumping|to hang|to jump|to \
      drown myself|to end|to kill myself|to overdose|to od)",
    "(my|i|a|after|since|previous|past|last|another|failed|survived|first|second|third|from) *2 *1 \
      (suicide|overdose) *1 (attempt|attempts|try)",
    "suicide (attempt|attempts)",
    "(almost|nearly|came close to|was close to|about to|was going to|was about to|started to|so close to|\
      this close to) *3 (killed myself|ended it|ended my life|jumped|killing myself|jumping|jump off|kill \
      myself|end it|end my life|did it|pulled the trigger|overdosed|hung myself|hanging myself|stepped in \
      front|pull the trigger|went through with it|ending it|take all the|took the whole|let go|drove off|\
      drove into)",
    "i *2 (overdosed|hung myself|hanged myself|jumped off|jumped from|jumped in front|shot myself|slit my|\
      slashed my|drove into|took an overdose|tried it|tried again|took pills to|swallowed pills|took too \
      many|took a bottle|took all my) *5",
    "(hospitalized|hospitalised|sectioned|admitted|in hospital|icu|stomach pumped|had my stomach pumped|\
      committed|psych ward|emergency|a and e|ward|baker acted|inpatient) *4 (after|for|because|following|\
      when) *4 (overdose|attempt|tried|suicide|suicidal|pills|attempted|kill|overdosing|cutting|hurting)",
    "(rope|branch|belt|gun|rail) *2 (broke|snapped|jammed|misfired|gave way|slipped)",
    "(someone|somebody|police|he|she|they|stranger|@kin|@folk) *2 (found|stopped|pulled|talked|caught|\
      grabbed|cut) me *3 (down|in time|off the (bridge|ledge|roof|edge)|back|before i|just before|from \
      jumping|off the)",
    "(failed|failing) *2 (at)? *1 (suicide|killing myself|even dying|dying|to kill|attempt|to die|even at \
      dying)",
    "(can not|could not) even (die|kill myself|do that|manage to die|manage to kill|get that|do that \
      right|get dying) *2 (right|properly)?",
    "(wrote|had) a (note|plan) *3 (but|then|and) *4 (stopped|could not|bottled|chickened|backed|did not)",
    "(attempt|attempted|attempts|attempting) *3 (again|twice|before|last|in|when|years|ago|times|once|\
      myself)",
    "(had|put|held) *2 (gun|knife|pills|rope|razor) *3 (in|to|at|around) *1 my (mouth|head|hand|neck|\
      throat|wrist|hands) (last|yesterday|the other|this morning|on|but|and then|but then|before|until|\
      ago)",
];

const LETHAL: &[&str] = &[
    "how (many|much) *6 (pills|tablets|paracetamol|insulin|medication|meds|sleeping|antidepressants|it|\
      units|of|bleach|mg|milligrams|alcohol|lithium|blood|would|does|do|morphine|opioids|drugs|medicine|\
      digoxin|painkillers|caffeine|antifreeze|would it) *7 (die|kill|lethal|fatal|overdose|dead|death|end \
      it|not wake up|deadly|stop my heart|stop your heart|never wake|dangerous|finish|fall asleep forever|\
      to od|do it|do the job|take to stop|for good|lose to)",
    "(lethal|fatal|deadly) (dose|dosage|amount|overdose|doses|combination|level|quantity|drop|height|mix|\
      limit|drug|dosages)",
    "(what|which|whats|is there|are there|any|know) *5 (pills|drugs|medication|dose|height|method|way|\
      ways|poison|combination|mix|tablets|medications|thing) *4 (kill|lethal|fatal|die|painless|quickest|\
      fastest|deadliest|easiest|deadly|least painful|most painless|surest|not hurt) *5 (die|way|me|\
      someone|you|dead|suicide|without|to go|yourself|person|fastest|pain|quickest|dose|dead)?",
    "(most|least|quickest|easiest|fastest|best|painless|surest|quick|easy|peaceful|gentle|gentlest|most \
      effective|cleanest|quietest|less painful|simplest) *3 (way|method|ways|methods) *2 (to|of) *2 (die|\
      kill|end|go|dying|suicide|killing|ending|leave this|do it|pass away|be dead|commit|unalive|not be \
      alive|not exist)",
    "(way|ways|methods) to (die|kill myself|kill yourself|end it|go|end my life|end your life|do it|\
      unalive|not wake up|die without pain|commit suicide|die that|die in) !for !about !home !to !from \
      !on !there !with",
    "how (long|quickly|fast) *6 (hang|bleed|overdose|die|drown|freeze|suffocate|starve|stop breathing|\
      kill|kick in|death|starvation|carbon|cyanide|bleed out|without insulin|without water|without my|\
      without dialysis) *4",
    "how (to|do i|do you|does one|does a person|can i|would i|would you|would someone|do people|should i|\
      could i|can you|can someone) *3 (tie a noose|make a noose|kill myself|commit suicide|overdose|hang \
      myself|end it !with|end my life|die !of|suffocate|unalive|slit|make it look like an accident|cut my \
      wrists|od|shoot myself|kms|hang yourself|kill yourself|die without|die in my|die painlessly|not \
      wake up)",
    "(is|are|would|will|can|could|does|if i take|what happens if) *6 (pills|tablets|mg|paracetamol|\
      insulin|units|medication|meds|antidepressants|lithium|bleach|alcohol|antifreeze|sleeping) *6 \
      (enough to|kill me|be fatal|be lethal|lethal|fatal|kill you|enough|deadly|be enough|do it|stop my \
      heart|end it|finish me|put me to sleep forever|finish it|kill a person|kill someone)",
    "(would|will|could|does) (it|that|this) *1 (hurt|be painful|be quick|kill me|be enough|be painless) \
      *2 (to|if|when) *4 (die|hang|jump|overdose|bleed|shoot|drown|i|end|od|do it|take)",
    "(does|is|would) *2 (dying|hanging|drowning|overdosing|hanging yourself|it) *2 (hurt|painful|peaceful|\
      quick|painless) *4 $",
    "(survive|survived|survivable|survival) *3 (fall|jump|drop|overdose|fall from|hanging|from that \
      height) *5",
    "(high|tall|far|deep|fast|much) enough to (die|kill|be fatal|end it|kill me|kill you|do it|kill \
      someone|be sure|be lethal)",
];

const PROBE: &[&str] = &[
    "(which|what|where|any|nearby|local) *2 (bridge|bridges|cliff|cliffs|rooftop|rooftops|buildings|\
      building) *6 (tall|taller|tallest|high|higher|highest|jump|over|more than|fall|fence|railing|low)",
    "(tallest|highest|high|tall|nearest|closest|deepest|quietest|biggest|steepest) *3 (bridge|bridges|\
      building|buildings|cliff|cliffs|rooftop|roof|tower|car park|balcony|overpass|drop|railway|viaduct|\
      crossing|river|parking)",
    "(bridge|bridges|building|buildings|cliff|cliffs|rooftop|roof|towers) *4 (taller|higher|tall|high|\
      over # |more than|no fence|no railing|no barrier|barriers|open to|access|# feet|# meters|# metres|\
      #m|open at night|without)",
    "(how (high|tall|far|deep)) *3 (bridge|building|cliff|roof|floor|drop|fall|tower|balcony|car park|\
      river|viaduct|water)",
    "(what|when|which) *3 (time|trains|train) *4 (train|trains|express|freight|pass|through|last|next|\
      stop|not stop|fast) *5",
    "(fast|express|freight|non stop|through) (train|trains) *4",
    "(does|do|what|is|will|would|if) *4 (life)? insurance *4 (pay|pays|cover|covers|payout|valid|suicide) *4",
    "(places|place|spots|spot|somewhere) *4 (nobody|no one|noone|without being|not be found|quiet where|\
      private|where i can be alone) *5",
    "(where|how) *2 (can i|do i|to|could i) *1 (buy|get|find) *3 (gun|rope|sleeping pills|helium|poison|\
      pills|cyanide|rat poison|handgun|firearm|insulin|nitrite|morphine|ammo) *4",
    "(how (strong|thick|much weight|long)) *4 (rope|belt|cord|beam|branch|rafter|curtain|rail) *4",
    "(mix|mixing|combine|combining) *4 (pills|medication|meds|antidepressants|sleeping|bleach|alcohol|\
      vodka|tablets|opioids|wine|paracetamol) *2 (with|and) *3 (alcohol|wine|vodka|pills|ammonia|whisky|\
      tablets|sleeping|opioids|beer|bleach|whiskey)",
    "(weigh|weight) *5 (rope|belt|branch|beam|hold)",
    "(jump|jumped|fall|fell) *3 (from|off) *3 (# |floor|story|storey|meters|feet|bridge|height|height of)",
    "(gun|guns) (shop|shops|store|stores) *4",
    "how cold *5 (water|river|sea|lake|night) *5",
    "(when|what time) *3 (bridge|roof|park|cliff) *3 (empty|close|closes|quiet|open|patrolled)",
];

const DO_IT: &[&str] = &[
    "goodbye|farewell $",
    "^ (goodbye|farewell|good bye)",
    "i *1 (have|got) *2 (a|the|my) *1 (plan|method|way) !b !c",
    "i *4 (going to|will|ready to|want to|about to|could|might|decided to|plan to|planning to|planning on|\
      need to|have to|thinking of|thinking about|considering|close to|tempted to|should) *3 (do|doing) it \
      !for !again for !with !anyway",
    "(do|doing|done) it (tonight|today|tomorrow|now|this weekend|soon|right now|this time|already|on \
      friday|after|when|this week|before|quickly|on monday|on sunday|on saturday|at night|quick|while|\
      once|after school|before school|in the morning)",
    "(tonight|today|tomorrow|tonight is|this weekend|friday|saturday|sunday) *3 (the night|the day|when|i \
      do it|i will|after|it is)",
    "^ (tonight|today|tomorrow|soon|now|right now|this weekend|after work|when they are asleep|later \
      tonight|in an hour|this week|on friday|friday|sunday|monday|saturday|in a few hours|when everyone \
      is asleep)",
    "everything is (ready|set|set up|in place|prepared)",
    "i *1 (have|had) *2 (it|everything|all) *2 (planned|ready|worked out|figured out|set up|with me|\
      prepared|set|here) *3",
    "i (know|decided|figured out|worked out|have chosen|picked) (how|when|where|which)",
    "(it|they|the thoughts|those thoughts|the feelings|that feeling|the urges|thoughts) *1 (is|are|have|\
      has|keep|keeps|come|came|get|getting|got)? *2 (back|worse|stronger|louder|every day|coming back|\
      returned|closer|constant|all the time|again) $",
    "i *2 (have|am|been|will)? *1 (thought|thinking|think) *1 (about|of) (it|doing it|that|them) *2 \
      (again|a lot|all|every|lately|tonight|more|today|now|constantly|seriously|most)",
    "i *2 (made|made up) my (mind|decision|choice)",
    "i (have)? *1 (decided|stopped fighting|stopped trying|accepted it|accepted that)",
    "(already|just) (did|done) *1 (it|something)",
    "i *2 (am|have) *1 (ready|decided|prepared|set|not scared anymore|not afraid anymore) $",
    "i *3 (mean it|am serious|not joking|not kidding|am not joking|am not kidding)",
];

const CALM: &[&str] = &[
    "(suddenly|finally|strangely|oddly|weirdly|now|so|completely|totally|really|just|all of a sudden|very|\
      actually|at last|today|quite|feel|feeling|felt|am|been|everything feels|i) *3 (calm|peaceful|at \
      peace|lighter|light|clear|relieved|serene|free|okay with it|okay now|fine now|clearer|better than i \
      have in|weight lifted|weight has lifted|content|quiet inside|settled) *4",
    "(peace|calm|relief|weight|clarity|quiet) *4 (over me|come over|lifted|off my shoulders|washed over|\
      since i decided|now that i|come to|settled|descended|gone now|finally)",
    "(do not|no need to) worry about me *2 (anymore|now|any more|i am)",
    "(i)? (know|figured out|have) *2 (what|how) *2 (to do|to fix|to solve|i need to do|it ends|it will \
      end|to stop it|the answer|this ends|i am going to do) *2 (now)?",
    "(it|everything|i) *2 (all)? (makes|make) sense now",
    "(feel|feeling|felt) *2 (better|good|happy|great|happier) (now that|since i|because i (decided|know|\
      made)|knowing *3 (end|over)|for the first time)",
    "(i)? (have)? (made|found|make|at|came to|come to) *1 (a decision|my decision|peace|the decision|the \
      answer|terms)",
    "(not|no longer) (scared|afraid|frightened|worried|sad) anymore",
    "(stopped|no longer|not) (crying|fighting|fight|worrying|caring|care|cry|worry) *2 (anymore|now|it|at \
      all|today|about anything)",
];
