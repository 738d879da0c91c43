//! Self-injury, refusing treatment, starving, neglecting oneself.
//!
//! Principle: self-injury is asked and recorded apart from suicidal behaviour (Columbia scale; NICE NG225); stopping
//! life-keeping medicine is a means of suicide (NICE NG225; insulin: Russell et al. 2009); eating disorder danger signs
//! (RCPsych, Medical Emergencies in Eating Disorders); self-neglect (Care Act 2014 guidance; NAPSA).

use super::Row;
use crate::risk::sign::Mark::Sign as S;
use crate::risk::sign::Sign::{
    Injury, InjuryPast, InjuryUrge, Neglect, NeglectGrave, Refuse, RefuseVital, Restrict, Starve,
};

pub(crate) const ROWS: &[Row] = &[
    (S(Injury), INJURY),
    (S(InjuryUrge), INJURY_URGE),
    (S(InjuryPast), INJURY_PAST),
    (S(RefuseVital), REFUSE_VITAL),
    (S(Refuse), REFUSE),
    (S(Starve), STARVE),
    (S(Restrict), RESTRICT),
    (S(NeglectGrave), NEGLECT_GRAVE),
    (S(Neglect), NEGLECT),
];

const INJURY: &[&str] = &[
    "(scald|scalding|scalded|burn|burning|cut|cutting|scratching) my (hand|hands|arm|arms|leg|legs|thighs|\
      thigh|wrist|wrists|stomach) *8 (every|evening|night|most|each|again|on purpose|nightly|whenever)",
    "(punch|punched|punching|hit|hitting|headbutt|kick|kicking) *2 (wall|walls|door|mirror) *5 (until|\
      till|til|bleed|bled|split|knuckles|broke|again|every)",
    "(until|till|til) (it|i|they|my *2) (bleed|bleeds|bled)",
    "(stub|stubbed|stubbing|put|putting) *2 (cigarettes|cigarette|fags|fag|matches) *2 (out)? *1 on (my|me)",
    "(hit|hitting|bang|banging|punch|punching) myself *3",
    "(cut|cuts|wound|wounds) *4 (need|needs|needed) stitches",
    "i *2 (am|have|keep|started|start|been|just|still|keep on|began|went back to|gone back to|back to|\
      have to|relapsed and|do|only|end up|need to) *3 (cut|cutting|burn|burning|burned|burnt|scratch|\
      scratching|scratched|hitting|hit|punching|punched|biting|bit|bruising|stabbing|carving|carved|\
      slicing|sliced|choking|strangling|starving|hurting|hurt|harm|harming|selfharm|harmed|injuring|\
      branding|scalding|poisoning) *3 (myself|my self|my *3 @limb|again|on purpose|at night|every|words \
      into|in the shower|in the bathroom) !while !when cooking !shaving",
    "i *1 (cut|burned|burnt|burn|hurt|harmed|scratched|punched|hit|stabbed|carved|bit|sliced|scalded) \
      (myself|my *3 @limb|words into *3) *3 (last|yesterday|today|tonight|again|this|earlier|on purpose|\
      just now|every|when i|to feel|because|deeper|so|deep|until|too deep|and it|badly|with a|with my|\
      sometimes|now|most|few days)",
    "(cutting|cuts|cut) *2 (deeper|worse|again|every (day|night)|myself|my *2 @limb|too deep|more and \
      more|most nights|for relief)",
    "(self harm|selfharm|self injury|self harmed|self harming|selfharming|self injure|self injuring) *4 \
      (again|last|today|tonight|yesterday|this|every|daily|now|worse|relapse|more|relapsed|lately|still|\
      most|whenever|few|getting|when i|back|stop)",
    "(relapse|relapsed|relapsing|slipped) *3 (self harm|selfharm|cutting|cut|sh|blade|harm|razor|last \
      night|yesterday)",
    "i *2 (self harm|selfharm|self injure|cut|am cutting|am self harming) *1 (to|when|because|every|most|\
      almost|in|so|a lot|regularly|sometimes|on my|my @limb|and|at|if|now) !down !back !off !the !it \
      !grass !hair",
    "i *2 (have|got|hiding|hide|covering|cover|wearing|wear) *3 (fresh|new|open|cuts|scars|burns|marks|\
      long sleeves|sleeves|bandages|wounds) *4 (cuts|scars|burns|@limb|so nobody|so no one|hide|from \
      cutting|marks|selfharm|to cover|over the)",
    "(fresh|new|deep) cuts",
    "(razor|blade|blades|lighter|knife|scissors|compass|sharpener|cigarette|needle|glass|pin|lighters) *4 \
      (on|across|to|into|over|against|out on|in) my *2 @limb",
    "(bang|banging|hit|hitting|smash|smashing|punch|punching|slam|slamming) *2 (my)? (own)? (head|face|\
      myself|fists|hand) *3 (against|on|into|off|in the|wall|repeatedly|hard|until|when|until it)",
    "(only|it) *4 (relief|release|helps|calms|way) *6 (cut|cutting|bleed|burn|hurt myself|blade|pain|\
      hurting myself|see blood|seeing blood|blood)",
    "(see|seeing|watch|watching) *2 (blood|myself bleed) *3",
    "(pain|cutting|bleeding|burning|blade|blood) *3 (only|helps|makes me|is the only|lets me|relief|\
      release) *4 (feel|thing|something|cope|real|calm|better|alive|helps)",
    "(did|doing|do) *1 (sh|selfharm)",
    "(need|needed|needs|had) *1 (stitches|staples|stitched|sewn) *5 (cut|cutting|myself|self|arm|wrist|\
      leg|again|because i)",
    "(pull|pulling|rip|ripping|pick|picking|tear|tearing) *1 (out)? *1 my (hair|skin|nails) *1 (out|off|\
      until it bleeds|until i bleed|till it bleeds)",
    "(swallow|swallowed|swallowing|insert|inserted) *2 (batteries|razor blades|glass|bleach|magnets|\
      screws|needles)",
    "i *2 (hurt|hurting|harm|harming|cut|cutting) myself $",
];

const INJURY_URGE: &[&str] = &[
    "(want|wanted|urge|urges|need|feel like|craving|tempted|itching|thinking|thought|thoughts|close|\
      impulse|impulses|desire|fighting|resist|wanting|temptation|think|ideas|considering|dying) *2 (to|\
      about|of|from|not)? *3 (cut|cutting|hurt|hurting|harm|harming|burn|burning|selfharm|self harm|\
      injure|self harming|punish|scratch|hitting|bleed|punishing) *2 (myself|my @limb|again|so bad|so \
      badly|$)",
    "(urge|urges|craving) *2 (to)? *2 (cut|selfharm|self harm|harm|hurt|burn|bleed)",
    "(want|need|deserve) to (bleed|feel pain|hurt|be punished|suffer|see blood|relapse) *3",
    "(thoughts|thought) of (self harm|selfharm|hurting myself|harming myself|cutting|self injury|burning \
      myself)",
    "(~hurt|~harm|~cut) myself *2 (again|instead|tonight)",
    "(kept|keep|hidden|hiding|hide|bought|taking apart|took apart|broke|breaking|have) *2 (razor|razors|\
      blade|blades|sharpener|razor blades|sharpeners) *5 (in case|phone case|hidden|under|just in|safe|\
      drawer|my room|apart|with me|so i)",
    "(going to|will|might|could|may|about to|afraid i will|scared i will|can not promise i will not) *2 \
      (hurt|harm|cut|injure|punish) (myself|my @limb)",
    "i deserve (the pain|to hurt|pain|it when i bleed|to be punished|to be hurt|the scars)",
];

const INJURY_PAST: &[&str] = &[
    "i *3 (used to|have|had|was|did|once|ever|started|been) *3 (cut|cutting|burn|burned|burnt|selfharm|\
      self harm|self harmed|self harming|hurt|hurting|harm|harmed|harming|scratched|injured) *2 (myself|\
      my @limb|as a|when|years|before|in|a lot|$)",
    "(history|past|years|months|days|weeks|clean|recovered|recovery|free|stopped|scars) *3 (from|of|with|\
      since|without|off)? *2 (self harm|selfharm|cutting|self injury|hurting myself|self harming|harming|\
      cut|sh) *2 !back !carbs !down !out !sugar",
    "(self harm|selfharm) (scars|history|scar)",
    "i (self harmed|selfharm|cut myself|hurt myself|harmed myself|burned myself|burnt myself) (as a|when \
      i was|in my|years|once|before|back|on purpose)",
    "i (self harmed|harmed myself|cut myself) !shaving !on !while !chopping !cooking !making !with \
      !opening !a !by !off",
];

const REFUSE_VITAL: &[&str] = &[
    "(heart attack|stroke|chest pains|chest pain|sepsis|bleeding|septic|cannot breathe|can not breathe) \
      *14 (not (ringing|calling|telling|phoning|going|getting)|will not (ring|call|go|phone|tell)|no \
      ambulance|do not call)",
    "(told|telling) *3 (unit|ward|clinic|hospital|nurse|team) *4 (not|no) *2 (expect|coming|more|wait|send)",
    "(water|saline|nothing) instead of *1 insulin",
    "(~stop|~quit|~skip|~refuse|~miss|~ditch|not|~throw|~bin|~flush|~withhold|~ration|never|no longer|not \
      been|~cease|done with|~decline|~cancel|come off|came off|gone off|go off|turn down|turned down|\
      pulled out) *3 (take|taking|taken|using|doing|having|injecting|had|give|given|my|the|on|off|with|up|\
      going to|go to|attend|showing up|for|to|down|away|out|going|having any more|use|inject|bother with|\
      all) *4 (insulin|dialysis|chemo|chemotherapy|heart (tablets|pills|medication|medicine|meds)|blood \
      thinners|warfarin|transplant (meds|drugs|medication)|anti rejection|antirejection|\
      immunosuppressants|hiv (meds|medication)|antiretrovirals|seizure (meds|medication)|epilepsy (meds|\
      medication|tablets)|anticonvulsants|oxygen|feeding tube|steroids|hydrocortisone|inhaler|pacemaker|\
      transfusion|transfusions|epipen|radiotherapy|radiation|antibiotics|digoxin|keppra|prograf|\
      tacrolimus|ventilator|bipap|treatment for *2 cancer|cancer treatment|bypass|amputation|water \
      tablets|blood pressure (tablets|pills|meds|medication))",
    "(insulin|dialysis|chemo|chemotherapy|oxygen|warfarin|transplant meds|seizure meds|hydrocortisone|\
      epilepsy meds|anti rejection (meds|tablets|drugs)|heart (tablets|pills|meds|medication)) *4 (skip|\
      skipping|skipped|stopped|stop|refuse|refusing|refused|not taken|not taking|quit|in the (bin|trash|\
      drawer|fridge|cupboard)|untouched|missed|flushed|for days|for a week|since|anymore|on purpose|down \
      the|any more|and let|and just let|not touched)",
    "(let|letting) *2 (my)? (sugar|sugars|blood sugar|sugar levels|diabetes|nature|cancer|illness|\
      infection|disease|heart|kidneys|it|body) *3 (take me|kill me|do it|take its course|finish|run its \
      course|take care|run high|do the job|climb|go high|do the rest|get me|win|end)",
    "(stop|stopped|stopping|refuse|refusing|refused|not taking|skipping|given up|quit|off|skip|not take|\
      come off|without|throw|threw|flushed|no more) *5 (medication|medicine|meds|treatment|tablets|pills|\
      medicines|food|eating|drinking|water) *5 (die|die sooner|kill me|end|so it|let nature|death|dead|\
      over with|hurry|faster|hope|hoping|go quicker|quicker|go sooner|want to go|be with)",
    "(~refuse|~refusing|not|~turn down|will not|~decline) *4 (surgery|operation|hospital|ambulance|\
      treatment|doctors|the doctor|blood|paramedics|admitted) *6 (die|dying|kill me|without it|said i \
      (will|could|would|might)|infection|sepsis|rather|chest|let it|let nature|heart attack|let me)",
    "(sugar|sugars|blood sugar|glucose|ketones|dka) *4 (over|above|high|through the roof|#|hi|four \
      hundred|five hundred|six hundred) *6 (not care|do not care|let it|do not want|stopped|skipping|good|\
      so what|who cares|leave it|not treating|ignoring|not correcting|on purpose)",
    "(diabulimia|omit insulin|insulin omission|skip insulin|skip my insulin|skipping insulin|skipping my \
      insulin|not taken my insulin|not taking my insulin|stopped my insulin)",
    "(take|taking|took|taken|inject|injecting|injected) *2 (less|half|no|extra|double|triple|too much|\
      more|all my) *2 insulin *3",
];

const REFUSE: &[&str] = &[
    "i *3 (stopped|stop|quit|ditched|refuse|refusing|refused|not taking|not taken|came off|come off|went \
      off|flushed|threw away|threw out|skipping|skip|have not taken|off|not been taking|binned|am off|not \
      take|spitting out|hiding|cheeking|throwing away|do not take|did not take|given up|tongue) *3 (my|\
      the|all|taking|of|any)? *4 (meds|medication|medications|medicine|antidepressants|lithium|\
      antipsychotics|antipsychotic|pills|tablets|prozac|zoloft|sertraline|lexapro|quetiapine|olanzapine|\
      clozapine|depot|injection|citalopram|risperidone|abilify|treatment|mood stabilizer|mood stabiliser|\
      lamotrigine|methadone)",
    "(meds|medication|tablets|lithium|antipsychotics|pills) *3 (poison|poisoned|poisoning|in the (bin|\
      trash|toilet)|down the (toilet|sink)|not taking|stopped)",
    "i *2 (refuse|refusing|refused|will not|do not want|am not going to|not going) *3 (see a doctor|go to \
      hospital|go to the hospital|get treatment|the operation|surgery|be treated|take the medication|have \
      the operation|go to the er|see anyone|take it|have treatment|have the scan|take them)",
    "(doctor|doctors|nurse|hospital) *5 (said|says|told|insist|insists|begged|warned) *8 (refuse|refused|\
      not going|not take|will not|do not care|not bothered|am not|did not go|walked out|discharged myself|\
      left against)",
    "(discharged myself|left against medical advice|signed myself out|against medical advice)",
];

const STARVE: &[&str] = &[
    "(nothing|no food|not eaten|not had food|not had anything) *4 (for|in|since) *2 (days|week|weeks|\
      saturday|sunday|monday|tuesday|wednesday|thursday|friday)",
    "nothing (solid|to eat) *3",
    "(taking|take|took) *2 (# |twenty|handful|handfuls)? *1 laxatives *3",
    "stopped eating *3 (since|when|after|because|i)",
    "i *2 (have|am|had|do|did|just|will)? *1 (not|barely|hardly|stopped|refuse to|refusing to|refused to|\
      given up) *2 (eat|eaten|eating|ate|had|touched|had any|food|drink|drunk|drinking|kept|eat anything) \
      *4 (in (days|a week|# days|two days|three days|four days|five days|six days|over a week|almost a \
      week|ten days|# days)|for (days|a week|two days|three days|four days|five days|six days|# days|over \
      a week|nearly a week|weeks|almost a week|ten days)|since (monday|tuesday|wednesday|thursday|friday|\
      saturday|sunday|last week|last monday|last friday)|#|days|week)",
    "(~starve|starving) *1 (myself)? *3 (to death|until i|till i|disappear|myself|so that|on purpose|days|\
      to die|punish|die)",
    "(starve|starving|starved) (myself|to death on purpose)",
    "(no|zero|without) (food|eating|water|calories) *2 (for|in) *1 (@num|several|over) *1 (days|week|weeks)",
    "@num days (without|since i|with no|no) *3 (food|eating|eat|ate|water|drink)",
    "(purge|purging|purged|throw up|throwing up|vomit|vomiting|make myself sick|making myself sick|made \
      myself sick|make myself throw|laxatives|sick after|threw up) *5 (every|after|everything|daily|times|\
      day|meal|all|each|blood|again|most|whenever|on purpose)",
    "(eat|eating|eaten|calories|live|living|survive|surviving|lived) *3 (only|under|less than|on|about|\
      around|max|just|below) *3 (# calories|# cal|# cals|two hundred|three hundred|four hundred|an apple|\
      one apple|black coffee|coffee and|water and|ice|gum|a few crackers|cucumber|an apple a day|diet \
      coke) *3",
    "# (calories|cals|kcal) *2 (a day|per day|today|max|limit|is my)",
    "(~stop|~refuse|~give) *2 (eating|to eat|up food|food|up eating|drinking) *1 (and drinking|completely|\
      altogether|at all|until|so i|now|all together|to die|and i|because i want|entirely|anything)",
    "(bmi|weight|weigh) *3 (is|of|down to|at|only)? *1 (#) *6 (fat|lose more|lower|still|not enough|less|\
      goal|want)",
];

const RESTRICT: &[&str] = &[
    "i *3 (skip|skipping|restrict|restricting|fasting|purge|purging|binge|binging|throw up|throwing up|\
      vomit|make myself sick|count every calorie|counting calories|barely eat|barely eating|hardly eat|\
      hardly eating|not eating|not eat|do not eat|starve|hardly touch food|barely touch food) *3 (meals|\
      food|lunch|dinner|eating|anything|much|on purpose|everything|properly|again|because|breakfast|all \
      day|after|to|every|at all|so i)",
    "(anorexia|anorexic|bulimia|bulimic|eating disorder|ana|mia) *4 (back|again|relapse|relapsed|worse|\
      voice|winning|relapsing|taking|got)",
    "(terrified|scared|afraid|frightened) of (eating|food|gaining|getting fat|weight)",
    "(feel|am|so|disgustingly|look) *2 fat *6 (not eat|stop eating|skip|hate|starve|purge|sick)",
    "(do not|not|should not|can not) *1 (deserve|let myself|allow myself) *1 (to)? (eat|food|eating)",
    "(lost|losing|dropped) *4 (weight|pounds|kilos|kg|stone|lbs) *8 (not eating|cannot eat|can not eat|\
      stopped eating|barely|want more|not enough|still fat|skipping|disappear|worried)",
];

const NEGLECT_GRAVE: &[&str] = &[
    "(on|stuck on) the *1 floor *3 (since|for|all night|hours|days)",
    "(wet|soiled|messed) myself",
    "(leg|foot|wound|ulcer|sore|toe) *3 (smells|stinks|smell|black|weeping)",
    "full of *2 (rubbish|rats|filth|maggots|mould|faeces) *2",
    "i *4 (not|have not|stopped|unable to|too weak to|can not) *3 (move|moved|get up|stand|left my bed|\
      left the bed|eaten|drunk|get out of|got out of bed|leave) *6 (sores|soiled|wet myself|lying in|\
      floor|urine|faeces|filth|days|weak|collapsed|maggots|fell|hypothermia|no water|no food|no heating)",
    "(lying|laying|lie|lay|laid|stuck|been) *3 (on the floor|in my own|in urine|in bed for|in filth|in \
      soiled|in the same) *4 (days|since|weeks|hours|urine|mess|waste|clothes|filth|yesterday|last night|\
      own)",
    "(no|without|not have|cut off|turned off) *2 (heating|heat|electricity|water|power|food in) *8 (days|\
      weeks|cold|winter|freezing|not care|do not care|alone|let|eaten|months|house|left)",
    "(wound|ulcer|sore|foot|leg|bedsore|cut|infection|toe|burn) *6 (black|green|smells|smell|stinks|\
      maggots|rotting|pus|gangrene|infected|oozing|turning black|going black|weeping) *6",
    "(rats|maggots|rotting|faeces|feces|mould|mold|rubbish|garbage|vermin) *5 (everywhere|living|house|\
      flat|food|bed|floor|piled|room|around)  *4 (not care|do not care|can not|not bother|weeks|months|\
      too tired|cope)?",
    "(leave|left|leaving) the (gas|stove|cooker|oven) on *5",
    "(sleeping|living|sleep) (rough|on the street|on the streets|in my car|outside|in a doorway) *6 (cold|\
      freezing|no food|sick|ill|insulin|weeks|winter|fever|days|not eaten|minus)",
];

const NEGLECT: &[&str] = &[
    "i *3 (not|have not|stopped|can not be bothered to|hardly|barely|not been|can not) *3 (shower|\
      showered|showering|wash|washed|washing|bathe|bathed|brush|brushed|brushing|changed my clothes|\
      change my clothes|get out of bed|got out of bed|gotten out of bed|left my bed|left the house|opened \
      the curtains|left my room|clean|cleaned|leave the house|leave my bed|looked after myself|look after \
      myself|taking care of myself|take care of myself|looking after myself|dressed|get dressed|cook|open \
      the post|opened the post) *4 (in|for|since|weeks|week|days|month|months|ages|anymore|properly|at \
      all|myself|any more|$)",
    "(wearing|worn|same) *3 (clothes|pajamas|nightie|shirt|nightdress|sheets) *3 (for|days|weeks|since|\
      all week|week)",
    "(house|flat|apartment|room|kitchen|place|home) is *3 (filthy|disgusting|squalor|a tip|rotting|\
      covered in|full of rubbish|unlivable|unliveable|a health hazard)",
    "(not|stopped) *2 (looking after|taking care of|caring for|bothering with) (myself|my health|food|\
      meals|my diabetes)",
    "(live|living|lived|survive|surviving|exist|existing) on *2 (toast|biscuits|tea|crisps|vodka|wine|\
      cereal|crackers|cigarettes|coffee) *3",
    "(stopped|not) *2 (heating|eating|turning the heat|putting the heating|cooking) *5 (bother|point|\
      anymore|not see the point|alone|since|just me)",
    "i *2 (can not|do not|not) *2 (be bothered|bother|see the point|care enough) *2 (to|of|in|with) *1 \
      (eat|eating|wash|washing|food|shower|get up|cook|cooking|feed myself|getting up)",
];
