//! Despair: signs that weigh little alone and much together.
//!
//! Principle: IS PATH WARM (Rudd et al. 2006): hopelessness, feeling trapped, withdrawal, anger; mental pain
//! (Shneidman 1993); defeat and entrapment (Williams 2001; O'Connor 2011).

use super::Row;
use crate::risk::sign::Mark::Sign as S;
use crate::risk::sign::Sign::{Alone, Distress, Hopeless, Loss, Strain, Trapped, Worthless};

pub(crate) const ROWS: &[Row] = &[
    (S(Hopeless), HOPELESS),
    (S(Worthless), WORTHLESS),
    (S(Trapped), TRAPPED),
    (S(Alone), ALONE),
    (S(Distress), DISTRESS),
    (S(Strain), STRAIN),
    (S(Loss), LOSS),
];

const HOPELESS: &[&str] = &[
    "hopeless",
    "hopelessness",
    "(no|lost|losing|without|not *1 any|running out of|ran out of|given up|not *1 have|not see|not feel) \
      *2 hope",
    "(nothing|never|not|nobody) *2 (will|going to|is going to|ever|can) *2 (get better|change|get any \
      better|be ok|be okay|be better|help|improve|ever get better|be happy|be right again|get easier|work \
      out|helps)",
    "(things|it|life|this) (will|is going to|are going to) (never|not) *2 (better|change|end|improve|ok|\
      okay|easier|normal|stop)",
    "(see|seeing|what is|sees|there is|have|is) *1 (the|no|any|a|not) *1 point *2 (anymore|in anything|\
      trying|in trying|of anything|in any of it|any more|of it all|to anything|in this|in going|of going|\
      of trying)",
    "(everything|life|it all) (is|feels|seems|looks) *1 (pointless|meaningless|futile|hopeless|useless)",
    "(what is|whats) the (point|use) *3",
    "(do|can|does) not *1 see *1 (a|any|the|my|myself having a) *1 (future|way forward|light|end to this|\
      point|way this gets better)",
    "(no|any) light at the end",
    "(giving|given|gave|give) up *1 (hope|on everything|on myself|trying|completely|on it all|on getting)",
    "i *2 (give|gave|given|giving) up $",
    "(nothing|not anything) *1 (matters|makes sense|to look forward|left to look forward|feels worth|is \
      worth)",
    "(stuck|going) *2 like this forever",
    "i *3 (lost|losing) (all)? (interest|faith|the will) *3",
];

const WORTHLESS: &[&str] = &[
    "worthless",
    "worthlessness",
    "i *4 (hate|loathe|despise|disgusted by|disgusted with|can not stand|sick of) *1 (myself|who i am|who \
      i have become|my body|being me)",
    "i *4 (failure|disappointment|let down|waste|mess up|screw up|useless|pathetic|garbage|trash|loser|\
      unlovable|unloveable|disgusting|nothing|not good enough|good for nothing|broken beyond|unworthy|\
      fraud at life|stupid and worthless|not enough for anyone) *1 (of a|to everyone|as a|and|at \
      everything|$)",
    "(feel|feeling|felt|am|i am) *3 (like)? *3 (failure|disappointment|useless|pathetic|loser|unlovable|\
      nothing|not good enough|broken|defective|unwanted)",
    "(i|just) *3 (ruin|ruined|ruining|mess up|screw up|spoil|destroy|let down) (everything|everyone|\
      everybody|everything i touch|it for everyone|all of it)",
    "(all|it is all) my fault",
    "(nobody|no one) *2 (loves|likes|wants|needs) *1 (me|someone like me|an old)",
    "i *1 (am|do) not *2 (deserve|deserving) *3 (love|happy|happiness|help|anything|good|kindness|better|\
      loved)",
];

const TRAPPED: &[&str] = &[
    "i *3 (can not|do not know if i can|do not know how much longer i can|do not think i can|could not) \
      *2 (do this|do it|take this|take it|take much|take any|go on|cope|carry on|keep going|keep doing|\
      keep living|handle this|handle it|bear it|bear this|stand it|live like|deal with this|face another|\
      face tomorrow|manage anymore|survive this|continue|do another|do any of) *2",
    "(can not|not) (go on|cope|carry on|keep going|take it|do this|keep doing this|live like this|do it|\
      stand it|bear it|handle it|take this|take much more|take any more|face another|face tomorrow|live \
      without|deal with this|keep living like) *2 (anymore|any longer|much longer|like this|any more|\
      alone|him|her|day)?",
    "can not (cope|go on|carry on|keep going)",
    "i can not anymore",
    "(trapped|no way out|no escape|stuck with no|no other way|nowhere to go|nowhere to turn|no options|\
      cornered|dead end|backed into a corner|no other option|at my limit|at my wits end|at the end of my \
      (rope|tether)|end of my (rope|tether)|end of the line|end of the road|breaking point|rock bottom|at \
      the bottom)",
    "(pain|it|this|hurt|sadness|grief|everything) *2 (is|gets|feels|too|hurts) *2 (unbearable|too much|so \
      much|never ending|never ends|endless|relentless|intolerable|never stops)",
    "(want|need|make|wish|beg|just) *3 (pain|it|everything|this|noise|thoughts|hurting|suffering|hurt|\
      world|voices) *2 (stop|over|end|to go away|be over|quiet|ended|finished)",
    "(it is|is|all) too much *1 (for me|to bear|to take|to handle|anymore|$)",
    "(need|want) *2 (out|it to stop|it to end|this to end|it all to stop|everything to stop|peace|to \
      escape|an escape) $",
    "(want|need) *1 (this|it|everything|it all) *1 (to)? *1 (be over|end|stop|go away)",
    "(so|just|too|really|am|completely|bone|utterly) *1 (tired|exhausted|done|weary) *2 (of (everything|\
      fighting|it all|trying|pretending|all of it|this|hurting|being (sad|strong|me|in pain|like this|a)|\
      feeling|suffering|struggling|the pain|all this)|fighting|trying|anymore|with everything|with it all|\
      with all of it|with people|inside)",
    "(no|not any|not have|do not have|out of) *3 (fight|strength|energy) *2 (left|to fight|in me|anymore|\
      to go on|to keep)",
    "i *2 (am|have)? (broken|breaking|falling apart|shattered|destroyed|done fighting|finished|drowning|\
      spiraling|spiralling|sinking|crumbling|losing it|unravelling|burnt out completely) *1",
    "tired (of)? *1 (fighting|trying|pretending|everything|this|being)",
    "(over|done with|sick of) (it all|everything|this)",
    "i (am|have) (so|just) (done|over it)",
    "i (quit|tap out) $",
];

const ALONE: &[&str] = &[
    "(completely|so|totally|all|utterly|really|truly|very|feel|feeling|am) *1 (alone|isolated|lonely) *3",
    "(nobody|no one|noone|not anyone|not anybody|not one person|not have anyone|not have anybody) *2 \
      (cares|care|understands|there for me|to talk to|to turn to|listens|would understand|gives a|left|\
      loves me|checks|calls|wants me|believes me|likes me|sees me|i can talk to|around|helps|asks)",
    "(have|got|i have) (no one|nobody|noone|no friends|no family|not anyone)",
    "(pushed|pushing|shut|shutting|cut|cutting) *2 (everyone|everybody|people|friends|all my friends|\
      myself) *1 (away|out|off)",
    "(invisible|unwanted|unloved|abandoned|forgotten|rejected|left behind|ghost)",
    "(stopped|not) *2 (answering|seeing|talking to|replying to|leaving|leave|see|talk to) *2 (friends|\
      anyone|people|everyone|the house|calls|my room|the flat|my bed|my family)",
    "lonely",
];

const DISTRESS: &[&str] = &[
    "i *4 (depressed|desperate|despairing|despair|anguish|distraught|numb|in a dark place|in a bad place|\
      in a really dark|not okay|not ok|not coping|at rock bottom|in agony|falling apart|tormented)",
    "(my)? depression *3 (back|worse|bad|winning|kills|killing|eating|really|is|got|has)",
    "(cry|crying|cried|sob|sobbing) *3 (every|all|myself to sleep|for no reason|constantly|nonstop|non \
      stop|for days|for hours|most|uncontrollably|can not stop|the time)",
    "(can not|not) stop crying",
    "(dark|darkness|black) (place|cloud|hole|days|thoughts|time|pit|everywhere|inside)",
    "(hate|hating|hated) (my life|life|everything|this life|the world|being me)",
    "(feel|feeling|felt|feels) *3 (nothing|empty|numb|dead inside|hollow|like crying|like screaming|\
      broken|dead|lost|like giving up|awful|terrible|horrible)",
    "(life|everything|it all|things) *2 (is|are|feels|has) *2 (falling apart|fallen apart|ruined|over|a \
      mess|collapsing|shit|hell|terrible|too hard|so hard|unfair|going wrong|gone wrong|living hell|awful|\
      dark)",
    "(lost|losing) *1 (my mind|myself|my way|control of my life)",
    "(drink|drinking|drunk|drinks|drank) *4 (every (day|night|morning|evening)|to (cope|numb|forget|sleep|\
      not feel|get through|black out)|until i (black out|pass out|blackout|passed out)|a bottle|all day|\
      to stop|alone|too much|myself to sleep|myself stupid|vodka|heavily|again)",
    "i *3 not *1 (enjoy|feel|care about) *2 (anything|anymore|myself) *2",
];

const STRAIN: &[&str] = &[
    "i *4 (overwhelmed|struggling|heartbroken|empty|miserable|devastated|suffering|terrified|panicking|\
      wrecked|lost without|ashamed|hurting|burned out|burnt out|very low|so low|really low|so down|really \
      down)",
    "(not|barely|hardly|can not|stopped|no) *2 (sleep|sleeping|slept|eat|eating|eaten|function|\
      functioning|get out of bed|getting out of bed)  *3",
    "(very|really|so|pretty|incredibly|extremely) (anxious|sad|down|low|upset|unhappy|lost|scared|worried|\
      ashamed) *3",
    "(having|going through|it is been|it has been|had) *3 (hard|tough|rough|difficult|horrible|awful|\
      terrible|bad|dreadful) (time|week|month|year|few weeks|patch|few months|days) *3",
    "(down|low|sad|bad|worse|anxious|rough|hopeless) *3 (for weeks|for months|every day|most days|all the \
      time|lately and|for ages|since|nearly every day|again and)",
    "i *1 (want|need) *1 (to)? (give up|run away|scream|be someone else|hide from everyone|go to sleep \
      for days)",
    "(self esteem|confidence) (is|at|has) *3 (zero|gone|shot|rock|bottom)",
    "(panic|anxiety) (attack|attacks) *2 (every|all|again|daily|most|constantly|several)",
];

const LOSS: &[&str] = &[
    "(lost|losing|lose) *2 (my|the|our) *2 (job|home|house|business|wife|husband|son|daughter|baby|mum|\
      dad|mother|father|partner|custody|kids|brother|sister|dog|farm|savings|everything|best friend|\
      licence|license|career|scholarship|place|cat|appeal)",
    "(lost|losing|gambled away|blew|spent) (everything|it all|all my (money|savings)|all our savings|our \
      savings|the rent|the mortgage)",
    "(he|she|wife|husband|boyfriend|girlfriend|partner|fiance|ex) *3 (left me|dumped me|broke up|cheated|\
      divorcing|walked out|has left|took the kids|moved out|served me|died|passed|wants a divorce)",
    "(took|ended|taken) (his|her|their) own (life|lives)",
    "(died by|lost *2 to|bereaved by) suicide",
    "(killed|hanged|hung|shot) @himself",
    "(my|the) *2 (@kin|baby|best friend|dog|cat) *3 (died|passed|passed away|killed (himself|herself)|\
      took (his|her) own|is dead|funeral|was killed)",
    "(got|been|was|am|being) *2 (fired|sacked|laid off|made redundant|evicted|expelled|dumped|diagnosed|\
      suspended|kicked out|bankrupt|outed|arrested|charged|exposed|rejected|repossessed|redundant|let go)",
    "(bankruptcy|bankrupt|debts|debt|foreclosure|eviction|redundancy|divorce|repossession|terminal|prison|\
      court|breakup|break up|widow|widowed|diagnosis)",
    "since (he|she|my @kin|the|my *1 (husband|wife)) *3 (died|left|passed|funeral|divorce|accident|\
      diagnosis|stroke)",
    "(failed|failing|flunked) *3 (exam|exams|degree|course|year|finals|class|everything|uni|school|\
      university|semester|out|a levels|boards)",
    "(cancer|dementia|parkinsons|motor neurone|ms|als|stroke) *4 (diagnosis|diagnosed|spread|stage|back|\
      worse|terminal|incurable)",
];
