//! Ideation, from the wish to be dead to saying that one will.
//!
//! Principle: the levels of ideation of the Columbia scale (Posner et al. 2011): wish to be dead, non-specific active
//! thoughts, with a method, with intent, with a plan. Burdensomeness and not belonging follow the interpersonal theory
//! (Joiner 2005; Van Orden et al. 2010). The wording is our own.

use super::Row;
use crate::risk::sign::Mark::Sign as S;
use crate::risk::sign::Sign::{Burden, Desire, Hint, Intent, Method, NoReason, Thought, Unsafe, Wish};

pub(crate) const ROWS: &[Row] = &[
    (S(Wish), WISH),
    (S(NoReason), NO_REASON),
    (S(Burden), BURDEN),
    (S(Hint), HINT),
    (S(Thought), THOUGHT),
    (S(Desire), DESIRE),
    (S(Unsafe), UNSAFE),
    (S(Method), METHOD),
    (S(Intent), INTENT),
];

const WISH: &[&str] = &[
    "i *4 @want *2 (to)? *2 @die !of !from !for !laughing !down !inside",
    "@want to *1 die !of !laughing",
    "i *4 (hope|pray|hoping|praying|prayed|wish|wished|wishing|beg|begged|begging|ask|asking|asked|dream|\
      dreaming|fantasize|fantasizing|fantasise|fantasising) *6 (i|to|of|about|god|lord|me|that) *5 @die",
    "i *2 (wish|wished|hope|hoping|pray|praying) *3 (i|he|god|lord|something|somebody|it|cancer|death) *3 \
      (had|would|will|could|was|were|just|never|not|does|do|did|can)? *3 (@dead|born|die|died|exist|\
      existed|disappear|disappeared|take me|kill me|killed me|end it|end me|exist|wake)",
    "i *2 wish *2 i (was|were) (not|never) (here|alive|born|around)",
    "i wish *4 (not|never) *1 (be|been|woken|wake|woke|exist|existed|here|alive|born)",
    "wish *2 i *2 (was|were|had) *1 (dead|died|never born|not born|not alive|invisible forever)",
    "(should|supposed|ought) to? *1 have (died|been killed|been me)",
    "should have been me (instead)? *4",
    "i *3 should *2 (be dead|just die|not be alive|not be here anymore|never have been born|not exist)",
    "i *2 (would|might|may) (be)? (better|happier) *1 (off)? (dead|in the ground|gone|in a grave|not here|\
      not alive)",
    "better off *2 (dead|in the ground|six feet under|not here|not alive|not existing)",
    "rather *3 (be dead|die|not be alive|not wake up|be in the ground|not exist|not live|never wake)",
    "(do|did|does) not *2 (want|wish|care|deserve|feel like) *1 (to)? *2 (live|be alive|exist|wake up|go \
      on living|be living|keep living|carry on living|survive|stay alive|living|being alive|existing|\
      waking up|live on) !with !in !at !here !there !near !on !next !together !up",
    "(do|did) not *2 (want|wish|desire) to be (here|around|on this earth|on this planet|in this world|\
      part of this world|a part of this world) (anymore|any longer|at all|tomorrow|alive|for much longer|\
      no more)",
    "i *1 do not want to be here $",
    "(do|did) not *1 want to (see|reach|make it to|be here|be around) *2 (tomorrow|morning|another day|\
      next year|next week|my next birthday|christmas|the morning)",
    "(do|did) not *1 want (this|my|another|a) (life|existence|breath) (anymore|any longer)?",
    "(do|did) not *2 want to (do life|do living|be a person|be human) *2",
    "(would|does|will|do) not (care|mind|matter|bother me) *2 (if|whether) *2 (i|it) *4 (die|died|live|\
      lived|wake|woke|dead|alive|hit|crashed|crash|killed|end|ended|killed me|exist|cancer|got hit)",
    "would not (mind|care) *2 (dying|being dead|not waking up|not existing|not being here|not being alive)",
    "(would|do) not *1 (mind|care) *1 if *2 (a|the|that|this|my|something) *4 (hit|hits|killed|kills|took|\
      takes|crashed|crashes|ran) *3 (me|down|us)?",
    "hope *3 (do|does|will) not *1 (wake|make it|come back|survive|live)",
    "(wish|hope|hoping|pray|praying) *4 (heart|body|plane|bus|car|cancer|truck|god|something|lord) *4 \
      (stop|stops|stopped|crash|crashes|hit|hits|kill|kills|take|takes|crashed|took|killed|give out|gives \
      out|gave out) *1 (me)?",
    "(looking|look) forward to (dying|death|being dead|the end|not being here|leaving this world)",
    "(ready|prepared|time|happy|waiting|want|longing|glad) *1 (for|to) *3 (go to heaven|meet god|die|\
      death|meet my maker|be with the lord|go home to god|go to god|see my maker|the lord to take me|god \
      to take me|be called home|pass over|cross over|stop existing)",
    "(sleep|go to sleep|lie down|close my eyes|fall asleep|drift off|nod off) *4 (never|not) *2 (wake|\
      waking|get|open|come) *2 (up|them|again|back)?",
    "(never|not) *1 (wake|waking) up (again|tomorrow|anymore|ever|in the morning|one day|one morning)",
    "(sleep|rest) (forever|for ever|for eternity|eternally)",
    "i *3 (want|wish|would like|need|could|like) *1 (to)? *2 (disappear|vanish|fade away|evaporate|not \
      exist|stop existing|cease) !from !for !into !to !on",
    "i *2 (do not|did not) deserve to (live|be alive|exist|breathe|be here)",
    "(death|dying|being dead) (would|will|might|sounds|seems|looks|feels|is) *3 (relief|peaceful|better|\
      easier|nice|good|comfort|comforting|blessing|release|escape|answer|option|solution|kindness|way|\
      kinder|lovely|sweet|beautiful)",
    "(relief|peace|release|comfort|better) *3 (to be dead|if i died|in death|if i was dead|if i were dead|\
      when i am dead|not to be here|if i did not wake up)",
    "i *2 envy *2 (dead|people who die|people who have died|people who are dead|cancer)",
    "(jealous|envious) of *2 (dead|people who died|people who die|those who died|people who have died)",
    "(life|living|existing|being alive) *3 (not|never|no longer|hardly) *2 (worth|worthwhile|for me)",
    "(not|hardly|barely) worth (living|staying alive|sticking around|being alive|carrying on|going on|\
      waking)",
    "@want *1 (to)? *1 (god|the lord|death|someone|somebody|something|it|them|him) to *2 (take me|kill me|\
      end me|end it|put me out of my misery|shoot me|come for me|finish me)",
    "put me out of my misery",
    "(someone|somebody|please|god|lord) *1 (just)? (kill me|shoot me|end me|put me down|take me now) $",
    "i *3 (tired|sick|exhausted|weary|fed up) *1 (of|with) *2 (living|being alive|life|existing|breathing|\
      waking up|my life|staying alive|this life|it all)",
    "tired of (living|being alive|life|existing|waking up)",
    "i *2 (hate|loathe|despise|resent|dread) (being alive|that i am alive|living|existing|waking up alive|\
      that i woke up|that i am still here|my existence|waking up every)",
    "(disappointed|angry|sad|upset|annoyed|gutted|cry|crying|cried|devastated) *4 (woke|wake|waking) up",
    "(disappointed|sorry|angry|regret|gutted|sad) *2 (i|to) *2 (still (here|alive)|survived|survive|alive|\
      am alive)",
    "(i am|being) (already)? dead inside and *4 (done|over|finish)",
    "i *2 (have|had) (lived|had) (long|enough) *1 (enough)? *3 (ready|time|want|go)",
    "(i have|i am) *1 had enough of (life|living|it all|being here|being alive|this world|this life)",
    "(had|have) (enough|it) (of|with) (life|living|this life|being alive|existing)",
    "(done|finished|through) with (life|living|this life|this world|being alive|existing|it all|all of it|\
      everything)",
    "i *2 (do not|will not|can not|does not) *1 (see|picture|imagine) *2 (myself|me) (making it|living|\
      being alive|being here|alive|surviving|around|getting) *5",
    "(do not|will not|can not) *2 (see|picture|imagine|plan on|expect|think|planning on) *4 (making it|\
      seeing|reaching|be here|being here|living|around|turn|turning|live) *2 (past|to|till|until|for|next|\
      long|much longer|another) *4",
    "(thoughts|thought) of *1 (not being here|being dead|dying|death|not existing|not waking up)",
    "think|thinking|thought|fantasize|fantasise|daydream|dream|dreaming|fantasizing|fantasising|obsessed|\
      daydreaming *3 (about|of|with) *2 (death|dying|being dead|my funeral|my own funeral|not being here|\
      not being alive|not waking up|not existing|never waking up|not being around|being gone|my own death)",
    "what *4 (like|feel like|happen) *1 (to be dead|if i died|if i was dead|if i were dead|if i was gone|\
      to not exist|if i did not exist|if i just died|to die)",
    "what if i *2 (died|disappeared|was dead|was gone|were dead|were gone|did not wake up|never woke up|\
      was not here|stopped existing|were not here)",
    "(imagine|picture|imagining|picturing) *2 (my|own) *1 (funeral|death|grave|suicide)",
    "just *1 (let|leave) me *1 (die|to die|go in peace|to it)",
    "let me die",
    "i *3 (should|will|can) just die $",
    "^ want to die",
    "kill me (now|please|already) !the",
    "(existing|life|living) *2 hurts *1 (too much|so much)",
    "not (built|made|meant|cut out|supposed) (for|to) *1 (life|live|living|be alive|be here|exist|this \
      world|survive)",
    "(ready|time) to (die|leave this world|leave this earth|be done with life|be done living|go home to \
      jesus)",
    "(i|do|does|did) *2 not *2 (feel|have) *2 (reason|point|will) *1 to (live|go on|carry on|wake up|be \
      alive|keep going|stay alive|stay)",
];

const NO_REASON: &[&str] = &[
    "(no|not|any|without|lost|nothing|what|little|much) *3 (reason|reasons|point|purpose|use|sense|will|\
      desire) *3 (live|living|alive|go on|going on|carry on|carrying on|keep going|get up|stay|wake up|\
      waking up|exist|existing|continue|continuing|being here|be here|sticking around|in life|in living|\
      to my life)",
    "(nothing|nobody|no one|not anything|not much) *2 (left)? *1 (to|worth) live|living *1 (for)?",
    "nothing (left|else)? *1 (for me|keeping me|to keep me|holding me|here for me|to stay for|to stick \
      around|to wake up for) *2 (here|alive|in this world|anymore)?",
    "(what|where) *1 is the (point|use) *1 (of|in)? *3 (living|life|being alive|waking|going on|carrying \
      on|continuing|being here|any of it|anything|existing|this anymore|it all|trying|all this|anymore|\
      anything anymore)",
    "why *2 (am i|do i|should i|bother|even|be i) *3 (alive|still here|living|bother living|exist|keep \
      living|stay alive|go on|wake up|existing|keep going|carry on)",
    "(only|one) *2 (reason|thing|people|person) *3 (alive|still here|keeping me|keeps me|stopping me|\
      stops me|have not (done it|killed|ended)|stay|not dead|from doing|from ending)",
    "(lost|lose|losing) *1 (the|my|all|any) *1 (will|reason|desire|strength) to (live|go on|carry on|keep \
      going)",
    "i *4 not *1 have *1 (a)? (future|tomorrow|life ahead)",
    "(no|not) *2 future for me",
    "my life is (over|finished|done|ruined beyond)",
    "(gave|given|giving|give) up on *1 (life|living|everything|being alive)",
    "stopped (caring|wanting) *2 (if|whether|to|about) *3 (live|living|life|alive|myself|stay|die|happens \
      to me)",
];

const BURDEN: &[&str] = &[
    "(better|happier|easier|relieved|richer|safer|fine|glad|thrive|freer|be ok|be okay|improve|benefit|\
      grateful|cope|manage) *2 (off)? *3 (without me|if i (was|were|am) (gone|dead|not|no longer)|if i \
      (died|disappeared|never|did not|left|just|ended|killed|vanished)|with me (gone|dead|out of)|once i \
      am (gone|dead)|when i am (gone|dead)|after i am gone)",
    "(without|minus) me *4 (better|easier|happier|fine|peace|relief|free|burden|freer)",
    "i *3 (am|be|become|been|being|was|feel|like) *3 (burden|dead weight|drain|waste of (space|air|oxygen|\
      breath|time|skin)|liability|millstone|useless old)",
    "(burden|drain|weight) *1 (on|to) *3 (everyone|everybody|family|kids|children|people|mum|parents|\
      husband|wife|friends|them|others|him|her|anyone|daughter|son|partner)",
    "(just|nothing but|only|such) a burden",
    "not want to be (a)? (burden|trouble|nuisance|bother) *2 (anymore|any longer|to them|to anyone|on my|\
      to my|on anyone)",
    "(nobody|noone|no one|not anyone|who|hardly anyone|not anybody|no body|not a soul|anybody|anyone|\
      everyone) (would|will|does|is going to) *2 (notice|miss|care|cry|mind|mourn|realize|forget|even \
      know|come to my funeral|bother|grieve|shed a tear|get over) *4 (if|me|i|when|gone|died)",
    "(would|will) (anyone|anybody|somebody|people|they|he|she|everyone|you|my @kin) *2 (notice|miss|care|\
      be sad|cry|even notice|come to my funeral|mourn) *4 (if|me|i|funeral) *3",
    "(nobody|no one|noone) *1 (would)? *2 (miss|missing) me",
    "(would|will|does|do) not *2 (miss me|notice i am gone|notice if i|even notice|care if i (died|was|\
      were|disappeared|am))",
    "(world|family|kids|children|everyone|everybody|people|they|life|mum|wife|husband|others|them|parents|\
      son|daughter) *5 (better|easier|happier|lighter|simpler|nicer) *4 (without me|i was not|i were not|\
      if i was|if i were|if i am|off alone|place without|when i am gone|once i am|if i did not|after i am)",
    "(worth|valuable|use|better) more *2 (dead|to them dead|dead than alive)",
    "worth more dead",
    "more use *2 dead",
    "(insurance|pension|policy|payout) *5 (more|better|pay|pays|cover|covers|if i die|when i die|when i \
      am gone|if i am dead|look after)  *5 (alive|dead|gone|without|die|debt|debts)",
    "(life)? insurance *4 (would|will|pays|pay|cover|covers) *6 (suicide|if i|when i|my death|accident|\
      them|kids|family)",
    "(holding|dragging|weighing|bringing|pulling) *2 (everyone|everybody|family|them|people|kids|my @kin) \
      *2 (back|down)",
    "(all|everything) i *1 (do|ever do) is (cause|bring|make) *3 (pain|trouble|problems|misery|worry)",
    "out of (everyones|everybodys|peoples|your|their|his|her) (way|hair|lives|life|misery)",
    "(took|take|taking|taken) up (space|air|oxygen)",
    "(waste|wasting) (of)? *1 (oxygen|air|space)",
    "(world|earth|planet) does not (need|want) me",
    "(would|might|could|will) be (a)? (doing)? *3 favor *6 (gone|dead|died|disappeared|left|leave|kill|\
      end|ended)",
    "(doing|do) (everyone|everybody|the world|them|my family|you all|you) *2 (a favor|a favour)",
    "(easier|better|best) for (everyone|everybody|all|them|my family|the kids|us all|my @kin) *2 (if|when|\
      once|without) *4 (i|me|gone|dead)",
    "(everyone|everybody|they|the kids|kids|family|he|she|people|you|my @kin) (will|would|can|could) (be \
      (fine|ok|okay|better|free)|manage|move on|get over it|cope|forget me|get on) *4 (without me|when i \
      am (gone|dead)|once i am|after i am|if i am (gone|dead)|if i was|if i were|eventually without)",
    "(no|not any|without) (use|good) to (anyone|anybody|nobody|man or beast|anyone anymore)",
];

const HINT: &[&str] = &[
    "how i want to (go|die|end)",
    "(straight|right) after (him|her) $",
    "not be (long|needing|wanting) (now|tomorrow|milk|it|them|any)",
    "(will|would|am going to|is going to) not (be)? *2 (a)? *1 (problem|burden|trouble|bother|around|here|\
      be here|bothering|in your way|in anyones way|need|needing|have to worry|worry|have to put up|have \
      to deal|needing it) *4 (anymore|longer|much|soon|after|to see|for long|when|by|next|again|about me|\
      with me|where i am going|christmas|tomorrow|monday)",
    "will not be (around|here|there) *2 (much|anymore|for|to|by|when|long|next|after|any|tomorrow)",
    "will not *1 be (a)? (problem|burden|bother|nuisance|trouble|worry) *3",
    "will not (have to|need to|be needing|bother) *3 (worry|deal|put up|look after|see|care|take care|\
      hear|anyone|you|them|anybody) *3 (me|about me|with me|of me|from me|again|anymore|much longer)",
    "will not (need|be needing) (it|them|this|that|my|anything|those|any of) *4 (anymore|where i am going|\
      soon|for long|much longer|after|when i am gone)",
    "(where|what) i am going *4 (not|no|need|matter)",
    "not (long|much longer) (now|left|to go|for this world|until i)",
    "(soon|after this|after tonight|after tomorrow|by tomorrow|by then|by next week|tomorrow|after friday|\
      after sunday|by christmas|by monday|in a few days) *4 (all be over|be over|be gone|not matter|be at \
      peace|be free|no longer matter|be finished|be done|be better for everyone|be out of|not be here|not \
      be a problem|not have to|not be around|never have to)",
    "(all|it|everything|this) (will|is going to) *2 (be)? *1 (over|finished|done|end|stop) (soon|tonight|\
      tomorrow|after tonight|for good|forever|one way or another) !with",
    "(my|the|our|a|one) (last|final) (message|conversation|words|goodbye|post|supper|text) *3",
    "(last|final) (time|night|day|christmas|birthday|week|meal) *3 (on earth|on this earth|of my life|\
      alive|you will hear|we will talk|we talk|you hear|you will see|i will ever|anyone will)",
    "i *4 (make|made|making|found|come to|finding) *1 (peace|my peace) with (it|dying|death|what i|\
      leaving|god|going|everything)",
    "(i am|be|finally|going to be) *2 (at peace|free|with (him|her|them|my @kin)) *3 (soon|forever|\
      tonight|at last|again|finally|in heaven)",
    "(be|join|see|reunited|together|meet|go to|go and be|joining|being) *2 (with)? *1 (him|her|them|my \
      @kin|my *2 (husband|wife|baby)) *3 (soon|in heaven|again soon|on the other side|up there|in death|\
      forever|at last|wherever|in the next)",
    "(join|joining) (him|her|them|my *1 (husband|wife|mum|dad|son|daughter|brother|sister|friend|baby|nan|\
      grandma)) !for !in !at !on !there !on",
    "(only|one|just one|single|last) *1 (way|solution|option|answer|escape|exit|choice) *1 (out|left|i \
      have|for me)? *6 (die|death|dead|end it|ending it|suicide|not be here|kill myself|killing myself|\
      gone|forever|i know what)",
    "(know|knows|decided|accepted|seen|see) *1 (what|that) *2 (i have to do|needs to be done|i need to do|\
      to do now|must be done|has to be done|i must do|the only way out)",
    "(see|take|find|found|seeing) *1 (the|a|my|only|another) way out",
    "(there is|is) (only)? (one|a) way (out|to stop it|this ends)",
    "(only|one|easy|my) way out",
    "(do not|will not|can not) (look|be looking|come looking|try to find|bother looking|go looking) for me",
    "by the time (you|anyone|they|somebody) *2 (read|get|see|find|hear|finds|gets|reads) *2 (this|it|me|\
      that)",
    "(remember|tell|promise|know|please|make sure) *4 (me|them|kids|her|him|everyone) *2 (i loved|i \
      always loved|that i loved|how much i loved|was not (their|your|her|his) fault|is not your fault|it \
      is not (their|your|her|his) fault)",
    "(who|somebody|someone|you) *3 (look after|take care of|take|feed|care for|have|want|mind|raise) *2 \
      (my|the) *3 (dog|cat|kids|children|pet|cats|dogs|fish|bird|rabbit|plants|horse|son|daughter|mum) *3 \
      (gone|not here|dead|anymore|after i|when i am|once i am|if i am)",
    "(when|once|after|if) i am *1 (gone|no longer here|not here|not around|dead|not here anymore) !to \
      !for !from !away !at !on !shopping !out !off !home !mad !back !in !into !that !this",
    "(leave|leaving|left|exit|exiting|depart|departing|quit) *1 (this|the) (world|earth|planet|life|plane|\
      realm) !a !with !better !series !cup",
    "i *3 (done|finished|over it|out|checking out|checked out|tapping out|logging off) (for good|forever|\
      permanently|with everything|with it all|with life|with living)",
    "i (am|have) (so)? done *1 (gun|pills|knife|noose|coffin)",
    "(gun|knife|pills|coffin|noose) *1 (me|my life|i am done|bye|goodbye) $",
    "(me|myself|life|done|bye|goodbye|it|anymore) (gun|noose|coffin) *2",
    "(end|ending|stop|stopping) *1 (the|my|this|all) (pain|suffering|misery|hurt|hurting|noise|torment|\
      agony) *2 (for good|forever|permanently|once and for all|for ever|now|tonight|myself|for everyone)",
    "(permanent|permanently|eternal|forever) (solution|sleep|rest|peace|silence|end|stop)",
    "(long|big|forever|eternal|endless) sleep",
    "(grippy|grip) (sock|socks)",
    "(pull|pulling|pulled) the plug on (me|myself|my life|it all)",
    "pushing up *1 daisies",
    "(kick|kicking) the bucket",
    "(take|taking|took) the easy way out",
    "(game over|lights out|curtains) for me",
    "(catch|get|hop) the (bus|last train|last bus)",
    "(mother|my mum|kids|family) can *2 (bury|find my)",
    "i *2 (am|been) *1 on borrowed time",
    "how long *3 (take|before|until) *2 (anyone|someone|somebody|people|they) *3 (find|found|notice|\
      noticed) *3 (me|my body|body|i was gone|i was dead|i died|i had)",
    "(find|found|finds|finding|discover|discovers) my (body|corpse)",
    "(who|what|someone|somebody|anyone|everyone|people|they|family|@kin) *5 (at|to|do with|come to|about) \
      my funeral",
    "my (funeral|headstone|gravestone|grave|burial|ashes|obituary|eulogy) *3",
    "(do not|will not) (bury|cremate) me",
    "(cremate|bury) me",
    "(i|we) (will|am) *2 (miss|missing) you all",
    "not (going to|planning to|gonna) (make it|be here|last|be around|survive) *3 (tonight|much longer|\
      through|until|till|to|another|the night|the week|long)",
    "(i)? (can not|do not|will not|not) *3 (make it|last|survive|get|see|be around) *2 (through|until|\
      till|another|the) *1 (night|tonight|week|weekend|tomorrow|morning|christmas|day|year) *1",
    "(disappear|vanish|gone) (forever|for good|permanently|for ever)",
    "(off|leave) (the|this) face of the (earth|planet)",
    "(erase|delete|remove|uninstall|eliminate) (myself|me) !from the @folk",
    "(go|going|went) (away|somewhere) *3 (forever|for good|nobody|never come back|not come back|no one \
      can|where nobody|permanently)",
    "(it|there) *1 (will|would) *3 (be)? (quiet|peace|silence|nothing) *2 (forever|at last|finally|for good)",
    "(world|everything) (will|would) (go on|keep going|carry on|keep turning) (without me|just fine without)",
    "never (see|hear from|have to see|have to hear|bother) *3 (me|you|from me) *1 again",
    "i *3 (will|would) *1 be (gone|dead|no more|out of here for good) (soon|by|tonight|before|after|\
      tomorrow|in)",
    "(soon|tonight) i *2 (will|am) *2 (be)? (gone|dead|free|at peace|no more|with)",
];

const THOUGHT: &[&str] = &[
    "i *3 (am|feel|be|been|get|got|become|feeling|being|was|getting|felt) *4 suicidal",
    "^ *2 (suicidal|suicide|kill myself|suicidal again|suicidal thoughts|suicidal ideation) $",
    "suicidal (thoughts|thought|ideation|feelings|ideas|urges|impulses|again|lately|every|all|since|most|\
      right|tonight|today|and|rn|at|but)",
    "(thoughts|thought|ideas|visions|images|fantasies|urges|idea|flashes|impulses|dreams|temptation|talk) \
      *2 (of|about|to|around) *3 (@selfkill|suicide|not being alive|ending|harming myself|hurting myself \
      and dying)",
    "(~think|~contemplate|~consider|~fantasize|~fantasise|~imagine|~picture|~daydream|~toy|~obsess|\
      ~debate|~ponder|~flirt|~dream|~talk|tempted|~google|~look|~wonder|~research|~entertain) *4 (about|\
      of|into|with|over|up|by|on)? *4 (@selfkill|suicide|ending it|my suicide)",
    "(suicide|ending it|killing myself|ending things|ending my life|@selfkill) *3 (crossed my mind|\
      crosses my mind|on my mind|in my head|keeps coming|comes to mind|cross my mind|comes up|pops up|\
      pops into|goes through my|enters my|sounds|seems|is an option|is the only|is the answer|would be|\
      feels like|looks like|keeps popping|running through|is all i|as an option|is my only)",
    "(only|best|easiest|last|one) *2 (option|way|answer|solution|out|choice|thing|escape) *4 (suicide|\
      killing myself|to kill myself|ending it|to end it|to die|dying|death|ending my|to end my)",
    "(what if|if|maybe|perhaps|suppose|when|wonder if|once|after|before) i *2 (just)? (~kill myself|~end \
      it all|~end it !with|~end my life|~commit suicide|~take my life|~do it tonight|~hang myself|\
      ~overdose|~shoot myself|~jump off *3 @height|~top myself)",
    "(should|shall|could|might|may) i *2 (kill myself|end it|end my life|commit suicide|die|overdose|hang \
      myself|do it tonight|just jump|unalive myself)",
    "i *2 (could|might|may|would|should) *3 @selfkill",
    "(reasons|reason|excuse) (not)? to *2 (kill myself|die|end it|end my life|commit suicide)",
    "(talk|talked|stop|stopped) *2 (myself|me) *2 (out of|from) *3 (@selfkill|it tonight|suicide)",
    "(voice|voices|head|brain|mind|something|part of me|they|it|thoughts) *5 (tell|tells|telling|say|says|\
      saying|told|said|tell me to|screams|screaming|whispers|wants|want|keeps) *4 (die|@selfkill|end it|\
      jump|do it|dead|overdose|should be dead|end my life|i should die)",
    "(part of me|sometimes i|a bit of me) *3 (wants|want|wish|wishes) *4 (die|dead|end|over|stop existing|\
      disappear|crash|gone)",
    "(dark|bad|scary|those|the|ugly|intrusive|same|old|awful|horrible|really) *2 thoughts *3 (again|back|\
      about ending|of ending|worse|come back|returned|coming back|louder|stronger|about not being|about \
      dying|will not go|will not stop|every night|won)",
    "(thinking|thought|thoughts) *2 (of|about) *2 (doing something (stupid|drastic|silly|to myself|bad|\
      permanent)|hurting myself|not being around|the end|ending|ways out|ways to die|ways to go|harming \
      myself|doing it|crashing my car|crashing the car|it all the time)",
    "(might|going to|could|afraid i will|scared i will|scared i am going to|worried i will|about to|will|\
      may|tempted to|worried i might|scared i might|afraid i might) do something (stupid|drastic|silly|\
      bad|permanent|to myself|terrible|i can not take back|to hurt myself|irreversible|rash)",
    "(~look|~search|~google|~read) *3 (painless|quick|easy|quickest|easiest|best|peaceful|effective|\
      quiet) *2 (way|ways|method|methods)",
    "(attracted|drawn) to (death|the edge|the ledge|suicide)",
    "i *2 (understand|get|see|know) why (people|someone|somebody|he|she|they) *2 (kill|end|commit|do it|\
      choose|jump|took|take|killed) *3",
    "(suicide|die|dying|death|killing myself) *2 (every|all) *1 (day|night|time|morning|minute|hour|the \
      time)",
    "(wish|want) *2 (had)? *1 the (guts|courage|nerve|balls|strength|bravery) to *3 (do it|@selfkill|go \
      through|die|end)",
    "(too|such a|not brave enough|a|lack the) *2 (coward|cowardly|chicken|scared|weak|courage|afraid|\
      pathetic|guts) *3 to *3 (do it|@selfkill|go through|die|end it)",
    "the (guts|courage|nerve|balls) to *2 (do it|kill myself|end it|go through with it|jump|pull the \
      trigger|end my life)",
    "(ideation|suicidality) *2 (is|has|back|again|worse|bad|getting)",
    "(i|my) *3 suicidal *3 (thoughts|ideation)",
];

const DESIRE: &[&str] = &[
    "i would be lying if i said (no|not|i had not|i did not|never)",
    "i *4 (want|wants|wanted|need|would like|would love|wish|feel like|crave|ache|desperate|dying|deserve|\
      long|ready|urge|keen|itching|tempted|have|ought|better|should|desire|compelled|willing) *2 (to|of)? \
      *3 (@selfkill !if)",
    "(want|wanting|need|urge|urges|ready|desire|impulse|impulses|compulsion|wish|craving|itch) *1 to *3 \
      @selfkill",
    "(feel|feeling|feels|felt) like *2 @selfkill",
    "(urge|urges|impulse) to (jump|die|crash|do it|drive off|swerve|step out|go|overdose|let go)",
    "i *1 (really|am|do|just) *1 (want|wanna) to *1 (kms|be dead right now|be dead now|die right now|die \
      tonight|die today|die so bad|die so badly)",
    "(can not|could not|unable to|hard to|not able to|do not know how to|struggling to) *1 stop *1 \
      (thinking|obsessing|fantasizing|fantasising|imagining|picturing|wanting|dreaming|looking|planning|\
      googling) *4 (@selfkill|suicide|dying|death|ending|it|being dead|ways|die|crashing|jumping)",
    "(all|only thing) *1 i *3 (think|thinking|want|do|thought|dream|talk) *2 (about|of|is)? *3 (@selfkill|\
      suicide|dying|death|to die|die|ending it|being dead|is die|is dying|is dead|be dead)",
    "(constantly|always|every (day|night|hour|minute|morning|second|time)|all day|all the time|nonstop|\
      all i do|24) *3 (thinking|think|thoughts|fantasizing|wishing|planning|imagining|consider|\
      considering) *3 (@selfkill|suicide|ending it|ways|dying by|how i would die|how to die|how i would \
      do it)",
    "(actively|acutely|extremely|really|very|so|severely|intensely|seriously|strongly|highly) suicidal",
    "suicidal *2 (right now|tonight|today|now|again tonight|at the moment|this minute|with a plan)",
    "(kill|end) (myself|me|it all) *1 (so (bad|badly|much)|right now)",
    "i *2 (am)? *1 (serious|seriously|close|near|nearly|this close|on the (verge|brink|edge)|about|ready|\
      moments away|an inch away|inches away|one step|minutes away|seconds away) *2 (to|of|about|from)? *3 \
      (@selfkill|suicide|ending it|dying by|doing it|going through)",
    "suicide *2 (only|best|last|one) *2 (option|way|answer|solution|choice|escape)",
    "(only|best|last) *2 (option|way|answer|solution|choice|escape|way out) *2 (is|left is|be) *1 \
      (suicide|to die|killing myself|to kill myself|death|to end it|to end my life|ending my life|dying)",
];

const UNSAFE: &[&str] = &[
    "(can not|could not|not able to|unable to|will not|not going to|do not want to) *2 (promise|guarantee|\
      swear|assure|commit|say for sure) *6 (not|will not|would not|safe|alive|be here|myself|it)",
    "(can not|could not|not able to|unable to|do not know (if|whether) i can|not sure (if|that|whether)? \
      *1 i can|afraid i can not|do not think i can|not sure i will|struggling to|not know how to|not know \
      if i can) *2 (keep|stay|be|remain|guarantee|protect) *2 (myself)? *1 (safe|alive|from *3 (hurting|\
      harming|killing|doing|@selfkill))",
    "(do|can|could|would|should|did|am|is) not *3 (trust|feel safe with|feel safe around|be trusted with|\
      be left alone with|safe with|be alone with|be left with) *1 (myself|my own company|my head|my \
      thoughts|my mind|my own hands|the pills|my own)",
    "(do not|not) *1 trust myself *6",
    "(afraid|scared|terrified|worried|frightened|fear|fearful) *2 (of|i|that i|what i|about what i) *3 \
      (might|will|may|could|am going to|would|going to)? *2 (hurt myself|kill myself|harm myself|do \
      something to myself|do something stupid|do something bad|do something tonight|do it tonight|do to \
      myself|@selfkill)",
    "(scared|afraid|frightened|terrified) of (myself|what i might do|what i will do|what i could do|being \
      alone with myself|my own mind|my own thoughts|what i am capable of|what i am going to do|going \
      through with it|doing it|acting on)",
    "(can not|not) (be)? *1 (left|be|trusted) alone *2 (tonight|right now|with|today|now)",
    "not safe *1 (with|from|around|on|by|being) *1 (myself|my own|my thoughts|me)",
    "(i am|i do|feel|do i) not *2 (feel)? safe *1 (tonight|right now|from myself|with myself|alone|being \
      alone|by myself|in my own head|on my own|in my head|to be alone|today)",
    "(might|will|may|could) *2 (act|follow through|go through|give in) *1 (on|to|with) *3 (thoughts|urges|\
      urge|it|them|this|impulse|voices|those|plan)",
    "(losing|lost|lose) *2 (control|fight|battle|grip|strength) *3 (urges|urge|thoughts|myself|impulse|\
      suicidal|suicide|live|it anymore)",
    "(do not|not) know (how much longer|how long|if|whether) *2 i can *2 (keep|hold|go|fight|resist|stop|\
      carry|stay|hang|last|control) *3 (myself|going|safe|on|it|off|alive|holding|fighting|this|living|\
      resisting|much|out|not|here)",
    "not that i do not want to (die|kill|end)",
    "(nothing|nobody|no one) *2 (stop|stopping|stops|can stop|left to stop|to stop) me (from|now|anymore|\
      this time|tonight) *3",
    "(hide|hid|lock|locked|take|took|keep|remove|took away|get rid of) *3 (pills|knives|medication|razors|\
      gun|blades|sharps|tablets|meds) *3 (from|away|so|before|because) *2 (me|i|myself) *4",
];

const METHOD: &[&str] = &[
    "(reading|read|reads|lurking|looking|posting) *2 (forum|forums|sites|threads|site) *8 (pills|method|\
      methods|work|painless|works)",
    "(~picture|~see|~imagine|~keep|~think|~dream) *4 (hanging from|swinging from|floating in|lying on the \
      tracks|at the bottom of)",
    "~wrap *2 (car|van|bike|motorbike) *1 (round|around)",
    "(lean|leaning|leant|lean out) over *3 (rail|railing|balcony|edge|bridge|barrier) *8 (brave|jump|let \
      go|think|wonder|wish|far)",
    "(~think|~consider|~contemplate|~imagine|~picture|~plan|~fantasize|~fantasise|~daydream|~visualize|\
      ~visualise|~dream|~look|~wonder|~talk|tempted|thoughts|thought|~debate|urge|urges|~obsess|~choose|\
      ~decide|~research|~feel like) *5 (~hang myself|~shoot myself|~drown myself|~stab myself|~gas myself|\
      ~overdose|~blow my (brains|head) out|~slit my (wrists|throat|wrist)|~cut my (wrists|throat|wrist)|\
      ~jump (off|from|out|over) *5|~jump (in|under) *3 @vehicle|~jump in front of *3 @vehicle|(~walk|\
      ~step|~run|~drive|~throw) (myself)? (in front|into traffic|into the (river|sea|ocean)|out in front|\
      under) *3|(~drive|~crash|~swerve|~steer) *3 (off|into|in to|at) *3 (tree|wall|lake|river|truck|\
      traffic|oncoming|bridge|cliff|barrier|lorry|pole|divider|embankment|rail|reservation)|(~take|\
      ~swallow) *1 (all|every|whole|entire|bottle|too many|the lot|a load|a bunch|a handful) *4|~take my \
      *2 (pills|insulin|meds)|~put *2 (gun|bullet|bag) *3 (head|mouth)|crash my car|~drink bleach|noose|\
      ~lie *2 (tracks|rails))",
    "(pills|rope|gun|noose|knife|razor|blade|bridge|train|trains|tracks|river|sea|cliff|roof|balcony|car|\
      garage|belt|tablets|medication|insulin|overdose|hanging|exhaust|ocean) *4 (would be|would do it|\
      would end|will end|could end|will do it|would make it|calls me|calling me|call to me|calling to me|\
      calling my name|is calling|is always there|looks inviting|would be quick|would be quicker|would be \
      easy|would be enough|is how i|are how i|so easy to|easy to just|looks so|looks tempting|tempting|\
      might be easiest)",
    "(~stare|~look|~gaze|~glance|~eye|~keep looking) *2 (at|down|over|up) *5 (pills|rope|noose|gun|knife|\
      knives|razor|blade|blades|bleach|tablets|medication|bottle of|train tracks|tracks|bridge|edge|water \
      below|drop|belt|beam|rafters|medicine cabinet|beams)  *8 (think|thinking|wonder|wondering|end|over|\
      enough|easy|stop|just|would|could|imagine|imagining|want|urge|die|night|every|hour|hours)",
    "(~drive|~stand|~cross|~pass|~go|~walk|~wait|~sit|~get) *5 (bridge|platform|tracks|overpass|edge|roof|\
      cliff|cliffs|motorway|freeway|highway|traffic|road|station|balcony|railway|train|river|tree|trees|\
      wall|truck) *8 (i)? *3 (think|thinking|thought|imagine|wonder|feel|picture|urge|want|consider|\
      wonder what|wished|tempted|pull|think about) *6 (jump|jumping|stepping|step|end|over|swerve|\
      swerving|letting|let|going|off|front|easy|crash|crashing|die|wheel|driving|turn|throwing|drive|into|\
      not)",
    "(~think|~thought|thoughts|~imagine|~consider|~wonder|want|urge|tempted|~feel like) *3 (about|of|to|\
      what|how)? *4 (swerving|swerve|let go of the wheel|letting go of the wheel|crash|crashing|step off|\
      stepping off|stepping out|step out|jumping|jump|not braking|turning the wheel|turn the wheel|\
      yanking the wheel|pulling the trigger|pull the trigger) *4 (car|traffic|train|platform|bridge|off|\
      truck|lorry|wall|tree|oncoming|front|in front|the)?",
    "i *3 (know|knows|worked out|figured out|thought about|thinking about|planned|chosen|picked|decided|\
      know exactly|choose|considered) *2 (exactly)? *2 (how|which|what|where) *3 i *2 (would|will|am \
      going to|could|want to) *2 (do it|kill|use|die|end|go|jump|hang|take)",
    "(i would|would|i will|if i did i would|probably|i could) *1 (use|take|do it with|do it by|with) *3 \
      (pills|rope|gun|noose|knife|razor|blade|insulin|belt|tablets|medication|car|helium|rifle|shotgun|\
      paracetamol) *6 (kill|die|end|overdose|myself|do it|it would be)",
    "~overdose on (my|the|his|her|all) *3",
    "(lining|line|lined|counting|counted|count|laying|laid) (up|out)? *3 (pills|tablets|meds|capsules|\
      medication|paracetamol) *2",
    "(hold|holding|held|put|putting) *3 (gun|knife|blade|razor|rifle|scissors|pistol|shotgun) *2 (to|\
      against|in|at|under) my (head|throat|wrist|temple|mouth|chest|neck|chin|wrists|stomach|heart|own)",
    "(~tie|~tied|~make|~made|~knot|~test|~practice|~practise|~rig) *2 (a|the|my) *1 (noose|rope|ligature|\
      belt) *6",
    "noose",
    "(~tie|~put|~wrap|~have|~had) *3 (belt|cord|rope|scarf|bag|dressing gown cord|cable|sheet|string) *2 \
      (around|round|over) my (neck|throat|head)",
    "(carbon monoxide|helium tank|exhaust hose|hose pipe|suicide kit|exit bag|nitrogen)",
    "(die|death|kill myself|go|end it|suicide) by (cop|hanging|overdose|pills|train|gun|jumping|police|\
      gunshot|car)",
    "(not|stop|stopped|without) (look|looking) *3 (road|street|cross|traffic) *4 (hoping|hope|care|do not \
      care)",
];

const INTENT: &[&str] = &[
    "(going to|will) do it (eventually|one day|soon|some day|sooner or later) *3",
    "there is not (an|any) (after|tomorrow|next)",
    "made up my mind not to (see|reach|live|be)",
    "promised myself i *3 (not|never) *2 (make it|live|reach|see|be here|be around)",
    "i *2 (am|will|have|would) *2 (going to|about to|will|ready to|planning to|planning on|plan to|intend \
      to|intending to|decided to|determined to|set on|prepared to) *3 (@selfkill !if)",
    "(going to|about to|will|plan to|intend to|planning to|planning on) *2 (kill|hang|shoot|drown|off|\
      unalive|stab) myself",
    "i *1 will *2 @selfkill",
    "i *2 (mean|aim|intend|plan|propose|shall) *1 (to)? *1 @selfkill",
    "i *3 (plan|planning|intend|decided|made up my mind|resolved|determined) *1 (to|on|i will) *2 \
      (@selfkill|die|dying|suicide|end things)",
    "(going to|about to|will) *2 (@selfkill) *3 (tonight|today|now|tomorrow|soon|this|right|after|when|\
      before|goodbye|bye)",
    "i *2 (am)? going to (die|be dead) (tonight|tomorrow|today|by my own|soon by|by suicide|on my own \
      terms|this week)",
    "i am going to end",
    "(tonight|today|tomorrow|this weekend|now) *4 i *2 (will|am|going) *3 (@selfkill|die|end)",
    "(tonight|today|tomorrow|this) is *1 (the|my|when) *1 (last)? *1 (night|day|time|one|weekend|it|i end|\
      i do it|i go) !off !game !big !of !for !we !to !before !at !with",
    "(i have|i am|have) *1 (decided|made my (mind|decision)|made up my mind|chosen|made the decision|made \
      a decision|reached my decision) *3 (to die|die|end|@selfkill|it is time|on a date|suicide|death|go \
      tonight|when|my mind)",
    "i *3 (going|want|plan|planning|intend|about) *1 (to)? (go through with it|do it this time|make sure \
      it works|get it right this time|finish the job|succeed this time|finish what i started|not fail \
      this time)",
    "this time *3 (i will|i am going to|it will|make sure|get it) *3 (right|work|succeed|sure|finish|\
      properly|do it|make sure|not fail|end it)",
    "(nothing|no one|nobody) *2 (stop|change|talk) *3 (me|my mind) *3 (now|anymore|from doing|from ending|\
      from killing|this time|out of it|i have decided)",
    "it is (time|my time) *1 (to (go|die|end|leave|do it)|i (went|go|died|ended)) !to !home !for \
      !shopping !back !on !out",
    "(i)? will be dead *3 (by|before|soon|tonight|tomorrow|in|when|after|this)",
    "i am *2 (taking|ending|killing|hanging|shooting|offing|overdosing|jumping|swallowing|stepping|\
      drowning) *2 (my (own)? life|myself|it all !here|it tonight|tonight|on purpose|off *3 bridge|my \
      life tonight|the whole bottle|all my|all of)",
    "(not|never) (going to|will|planning to) *2 (live|be alive|wake up|see) *3 (tomorrow|past|after|\
      morning|the sun|another|next)",
    "(i)? do not (plan|intend|mean) (to|on) *2 (be|being|living|live|waking|wake|coming|survive|surviving|\
      come back|making) *2 (here|alive|up|home|back|around|past|it)? *4",
    "(i)? (have|got) (no|zero) (intention|plans|plan|desire) *1 (of|to) *2 (living|live|waking|wake|being|\
      surviving|survive|be alive|staying alive|stay alive|making it|coming back alive)",
    "(i will|i am going to|going to) (jump|pull the trigger|slit|hang|overdose|swallow|let go) !ship !in \
      !to !on !rope !for !up !at !through !out with !over !around !straight !into",
];
