//! The words of the cues that have to do with oneself.

use super::Row;
use crate::risk::cue::Cue;
use crate::risk::sign::Mark::Cue as C;

pub(crate) const ROWS: &[Row] = &[
    (C(Cue::Self_), &["i|we"]),
    (
        C(Cue::Other),
        &["he|she|they|@kin|@folk|man|boyfriend|girlfriend|someone|somebody|lads|olders|uncles|boys|carers"],
    ),
    (C(Cue::Me), &["me|us|my"]),
    (
        C(Cue::Pills),
        &[
            "pills|tablets|paracetamol|capsules|insulin|morphine|dose|doses|sedatives|painkillers|cabinet|\
              overdose|antidepressants|meds|medicine|medication|sherry|vodka|bleach|antifreeze|poison|\
              syringe|needle|heroin|methadone|patches|stuff|stash",
            "(whole|most of the|half the|rest of the|all of the|the) (box|bottle|packet|lot|pack|strip)",
            "(sleeping tablets|pills)",
        ],
    ),
    (
        C(Cue::Weapon),
        &["gun|shotgun|rifle|pistol|knife|blade|razor|machete|cleaver|bullets|cartridges|shells|barrel|\
              trigger|scalpel|axe|hammer|bat|crowbar|acid|petrol|scissors|glass|pillow|revolver|handgun|\
              cartridge|sword|lighter|screwdriver|chisel|knives|weapon|explosive|matches|guns|rifles|\
              shotguns|pistols|blades|razors"],
    ),
    (
        C(Cue::Rope),
        &["(rope|noose|belt|cord|flex|ligature|beam|rafters|banister|hook|scarf|sheet|cable|chain|strap|\
              loft|attic|stool|chair|it holds|holds my weight)"],
    ),
    (
        C(Cue::Height),
        &[
            "bridge|roof|rooftop|ledge|edge|railing|railings|parapet|cliff|cliffs|balcony|barrier|\
              platform|tracks|crossing|viaduct|scaffold|scaffolding|crane|multistorey|overpass|rail|rails|\
              turbine|tower|windowsill|sill|lighthouse|footbridge|flyover|gantry|embankment",
            "car park",
            "top (floor|deck|level|storey)",
            "other side of the (rail|railing|railings|barrier|fence|glass)",
        ],
    ),
    (
        C(Cue::Water),
        &["river|sea|canal|lake|reservoir|weir|pier|quay|tide|harbor|water|bath|waves|ocean|loch|dock|\
              quarry"],
    ),
    (
        C(Cue::Fumes),
        &["engine|exhaust|hose|hosepipe|charcoal|helium|gas|fumes|nitrogen|barbecue|monoxide|oven|garage"],
    ),
    (
        C(Cue::AtHand),
        &[
            "in front of (me|us)",
            "in my (hand|hands|lap|pocket|bag|mouth|palm|sleeve|coat|backpack|locker|drawer|boot)",
            "on (my|the) (lap|knee|knees|bed|bedside|side|table|sideboard|desk|seat|passenger seat|wrist|\
              nightstand|counter|chair|arm of)",
            "across my (knees|lap|legs)",
            "next to|beside|against|round|around|over (me|my *1 (bed|neck|head|throat|wrist|chest|\
              shoulders|chin))",
            "(poured|tipped|laid|lined|counted|measured|crushed|set) (it|them)? *1 (out|up|all out)",
            "loaded|ready|primed|tied|knotted|hung|rigged|poured",
            "(got|have) (it|them|one|everything|stuff) *1 (here|with me|ready|in the car|in the shed|hidden)",
            "(with|by|on) me (now|here|tonight|already)",
            "(at|to|on|under) my (neck|throat|wrist|head|temple|chest|ribs|arm|chin|heart)",
            "on the (bedside|tray|seat|chair|side|table|worktop)",
            "in (my|the) (bag|boot|trunk|backpack|car|holdall|rucksack|van|shed|glovebox|locker)",
            "hidden (in|under|behind)",
            "holding|clutching",
            "by the (bed|bath|door)",
        ],
    ),
    (
        C(Cue::Taken),
        &[
            "took|taken|swallowed|drank|drunk|necked|downed|injected|unhooked|unplugged|disconnected|\
              jabbed|gulped",
            "put it in (their|his|her|my|the)",
            "(went|gone|going) through (the glass|the window)",
            "(had|having) (the lot|all of them|them all)",
            "down me",
            "(have|i have) started|begun",
            "(already|just) (done|did|started|begun)",
            "it is (in|done|inside) (me|my|now|already)",
        ],
    ),
    (
        C(Cue::Large),
        &[
            "(the|a) (lot|whole|full|entire)",
            "(whole|most|all|every|everything|everthing|rest|handful|handfuls|loads|load|forty|sixty|\
              thirty|hundred|fifty|double|too many|packets|boxes|bottles|ten|twenty)",
            "everything in the",
        ],
    ),
    (
        C(Cue::Sinking),
        &[
            "sleepy|drowsy|dizzy|heavy|woozy|fuzzy|blurry|numb|spinning|ringing|fading|slurring|floaty|\
              wobbly|shaking|sweating|freezing|cold|weird|faint|lightheaded|tired",
            "(can not|hard to) (feel|see|keep my eyes|type|breathe)",
            "eyes (closing|shutting|going)",
            "(feel|feeling|getting|going|gone) (funny|heavy|strange|sick|cold|blurry|dim|dark|limp|slow)",
            "typing with",
        ],
    ),
    (
        C(Cue::Finality),
        &[
            "goodbye|farewell|goodnight|bye|cheerio",
            "(that is|then that is|and that is) (me|it|that|all) !a !what !why !how !when",
            "tell (my|the|our|him|her|them) *2 (mam|mum|dad|wife|husband|kids|boys|girls|son|daughter|\
              sister|brother|family|mother|nan|it was|i)",
            "it will be (done|over|finished|quick|quiet)",
            "(be|am|will be) (gone|done|finished|away|at rest|no more|past it|out of)",
            "by (morning|the morning|the time|tomorrow|monday|then)",
            "(last|final) (time|one|night|day|thing|words|message|chat|letter|meal|drink|look)",
            "(after|once|when) (this|that|tonight|i am gone|it is done|this chat|i have gone)",
            "not (be|have) *2 (in pain|pain|hurting|here|around|coming back|waking|need it|needed|be \
              needing)",
            "see to myself",
            "too late",
            "(sorry|thank you|thanks) (for|to) *2 (everything|all|being|the chats|listening|your|you all|\
              trying|the company|last|having)",
            "no more (after|pain|of|mornings|christmases|winters)",
            "(it was|been) (a comfort|lovely|nice|good) *3",
            "never (again|see|come back|have to)",
            "look after (him|her|them|the|my|each|yourself)",
            "not wait up",
            "for the last",
            "(find|finds|found|finding) (me|us|it|my)",
            "(join|joining|be with|see) (him|her|them|my) *2",
            "(stop|end) all (this|that|of)",
        ],
    ),
    (
        C(Cue::Letters),
        &[
            "letters|letter|note|notes|will|passwords|envelopes|envelope|funeral|headstone|instructions",
            "(written|wrote|writing) (to|them all|one for)",
        ],
    ),
    (
        C(Cue::NoPain),
        &[
            "not *2 (in pain|hurt|hurting|suffer|suffering)",
            "(will|shall|is going to) be (done|over|finished|quick|at rest|at peace|quiet)",
            "(out of|no more) (pain|misery|it all)",
        ],
    ),
    (
        C(Cue::Affairs),
        &[
            "(bins|bills|rent|cleaner|milkman|milk|papers|post|gas|meter) *3 (out|paid|cancelled|canceled|\
              stopped|settled|off)",
            "(dog|cat|cats|dogs|hens|rabbit|budgie|herd|birds|horse|fish|parrot|animals|guinea pig|pony) \
              *4 (with|to|gone|going|settled|fed|rehomed|at|next door|new home|taken|has|have)",
            "(paid|cancelled|canceled|sorted|settled|tidied|cleaned|cleared|labelled|labeled|packed|\
              ironed|deleted|wiped|signed) *3 (everything|all|bills|window|flat|house|room|loft|shed|\
              clothes|photos|accounts|it|phone|subscriptions|funeral|papers|out|off|my|for them)",
            "(given|gave|giving|handed|posted|left) *4 (away|ring|watch|guitar|tools|books|records|dog|\
              cat|car|keys|things|medals|jewellery|jewelry|collection|bike|phone|her|him|them|my)",
        ],
    ),
    (
        C(Cue::Decided),
        &[
            "decided|deciding|decision|pledged|sworn|resolved|determined|certain",
            "(made|make) (up)? my (mind|peace|choice)",
            "(mind|mind is) made up",
            "(know|knew|worked out) what *1 (to do|i am going|has to)",
            "(no|not) going back",
            "(sure|clear) (now|about it)",
            "i mean (it|to)",
        ],
    ),
    (
        C(Cue::Light),
        &["(light|lighter|peaceful|calm|serene|relieved|relief|wonderful|wonderfully|happy|free|at \
              peace|settled|content|clear)"],
    ),
    (
        C(Cue::Soon),
        &[
            "tonight|tomorrow|now|soon|midnight|today|already|friday|saturday|sunday|monday|tuesday|\
              wednesday|thursday|weekend|afterwards",
            "(as soon as|soon as)",
            "in a (sec|minute|bit|moment|while)",
            "(when|once) (this|he|she|they|it|everyone|mum|the) *2 (chat|ends|goes|asleep|sleeps|out|\
              leaves|gone|dark|quiet|over|finishes|stops|is|are)",
            "before (midnight|dawn|they|he|she|morning|the)",
            "(a|one|# |few) (minute|minutes|hour|hours)",
            "after (school|work|tea|dinner|milking|the|this|that|dark)",
            "going (to|in|out|further|under|over)",
        ],
    ),
    (
        C(Cue::OnPurpose),
        &[
            "(on purpose|deliberate|deliberately|intentionally)",
            "that is the (idea|point|plan|aim|hope)",
            "so be it",
            "what i (am after|want|hope)",
            "(let|letting) (it|nature|them|god|him|her) *2",
            "(hope|hoping|want|wanting|waiting|wait) (it|for it|for the|that it|the) *3 (stop|stops|take|\
              takes|kill|kills|finish|finishes|end|ends|comes|come|happen|happens|gives|give)",
            "(do not|not|never) (want|care|mind|bothered|fussed) *3",
            "(good|fine|perfect|suits me|no loss|who cares|whatever)",
            "(stop|give) *2 (working|out)",
            "nobody will (say|know|call|guess|suspect)",
            "looks like (an accident|natural)",
        ],
    ),
    (
        C(Cue::Die),
        &[
            "die|died|dead|death|dying|suicide|kill|killed|killing|suicidal|grave|funeral|heaven|end",
            "not (wake|be here|live|survive|come back)",
        ],
    ),
    (
        C(Cue::Vital),
        &[
            "(insulin|dialysis|chemo|chemotherapy|oxygen|ventilator|warfarin|thinners|anticoagulants|\
              pacemaker|transplant|immunosuppressants|antiretrovirals|steroids|hydrocortisone|keppra|\
              epilepsy|seizure|digoxin|inhaler|inhalers|transfusion|transfusions|radiotherapy|epipen|pump|\
              bipap|thyroxine|prednisolone|tacrolimus|statins|injections|antibiotics|antivirals|hiv|\
              diabetic|diabetes|apixaban|beta blockers)",
            "(heart|kidney|liver|blood|water|transplant|seizure|fit|blood pressure|rejection|diabetes|hiv|\
              epilepsy|fits|lung|thyroid|angina) (tablet|tablets|pills|pill|meds|medication|medicine|\
              medicines|thinners|drugs|treatment|machine|failure|transplant|spray)",
            "breathe with a machine",
            "(feeding|feed) (tube|peg|pump)",
        ],
    ),
    (
        C(Cue::Stopped),
        &[
            "(stop|stopped|stopping|flush|flushed|flushing|bin|binned|binning|skip|skipping|skipped|\
              refuse|refused|refusing|unhooked|unplugged|unhook|hiding|hide|hid|quit|ditched|missing|\
              missed|withholding|tipped|tipping|emptied|declined|cancelled|canceled|leaving|halved|\
              halving|rationing|pretend|pretending|spit|spitting|switched off|turned off)",
            "(not|never|without|no) *3 (taking|taken|take|having|had|doing|done|going|been|using|touched|\
              inject|injected|turned up|gone|go|bother|bothering|bothered|opened|ordered|collected|picked \
              up)",
            "(poured|pour|chuck|chucked|throw|threw|throwing|tip|put|putting|puts) *3 (away|out|down the|\
              in the bin|sink|toilet|bin)",
            "(come|came|coming|gone|went|going) off (them|it|my|the)",
            "down the (sink|toilet|loo|drain)",
            "sent (the|them|her|him) *3 (home|away|back)",
        ],
    ),
    (
        C(Cue::NoFood),
        &[
            "(not|nothing|never|no|without|barely|hardly|only|just|stopped|refuse|refusing|skip|skipped) \
              *4 (eat|eating|eaten|ate|food|meal|meals|calories|swallow|bite|dinner|lunch|fed|feed)",
            "(nothing|anything) but (water|coffee|black|tea|diet|ice|gum|squash)",
            "starve|starving|starved|fasting|fasted|calories|purge|purging|laxatives|vomit|vomiting|\
              calorie|restricting|kcal",
            "only *3 (water|ketchup|cereal|bread|coffee|an apple|apple|ice|gum|cucumber|broth|crisps|\
              toast|biscuits|tea)",
            "(throw|threw|throwing|bring|bringing|brought|sick|chuck) *2 up",
        ],
    ),
    (
        C(Cue::Days),
        &[
            "(@num|several) *2 (days|day|weeks|week|nights)",
            "for (days|weeks|ages)",
            "since (monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|the)",
            "every (day|meal|night|time)",
        ],
    ),
    (
        C(Cue::Faint),
        &[
            "faint|fainted|fainting|collapsed|collapse|blackout|dizzy|shaking|freezing|heart|hair|periods|\
              period|blue|wobbly|lightheaded|trembling|lanugo|potassium|pulse|dehydrated|palpitations|\
              ketones|weak",
            "(passed|pass|passing|black|blacked|blacking|greyed) (out|over)",
            "(went|gone|go|keep going) (down|over|wobbly|black|dark)",
            "cold all",
        ],
    ),
    (
        C(Cue::Smaller),
        &["(smaller|thinner|skinny|skinnier|lighter|disappear|fat|weigh|weight|scales|size|kilos|kg|\
              pounds|stone|bmi|bones|ribs|disgusting|huge|thin|less of me|lose|losing|goal)"],
    ),
    (
        C(Cue::Cut),
        &["(cut|cuts|cutting|burn|burning|burned|burnt|burns|scratch|scratching|scratched|carve|carved|\
              carving|slice|sliced|slicing|stab|stabbed|punch|punching|punched|hit|hitting|bang|banging|\
              scald|scalded|scalding|hurt|hurting|harm|harming|bruise|bruised|bleed|bleeding|stitches|\
              wound|wounds|scars|scabs|blades|slashed|gouge|pierce|jab|hold my hand over)"],
    ),
    (
        C(Cue::Body),
        &["arm|arms|wrist|wrists|leg|legs|thigh|thighs|skin|stomach|hip|hips|forearm|forearms|ankle|\
              ankles|belly|shoulder|knuckles|myself|ribs|calf|calves|feet|tops|head|chest"],
    ),
    (
        C(Cue::Habit),
        &[
            "(most|every|some|both|all|many) *1 (night|nights|day|days|time|evening|week|morning|weekend)",
            "(last|the other|this|past|few) (night|week|evening|month|weekend|few)",
            "(the night|night|day) before",
            "(this time|# nights|@num nights|again|tonight|yesterday|still|can not stop|keep|keeps|kept|\
              today|started|lately|since|whenever|when i|after)",
        ],
    ),
    (C(Cue::Blood), &["blood|bleeding|bleed|pouring|stitches|veins|vein|artery|soaked"]),
];
