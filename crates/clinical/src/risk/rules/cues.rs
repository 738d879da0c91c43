//! The words of the cues.

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
            "pills|tablets|paracetamol|capsules|insulin|morphine|dose|doses|sedatives|painkillers|cabinet|overdose|antidepressants|meds|medicine|medication|sherry|vodka|bleach|antifreeze|poison|syringe|needle|heroin|methadone|patches|stuff|stash",
            "(whole|most of the|half the|rest of the|all of the|the) (box|bottle|packet|lot|pack|strip)",
            "(sleeping tablets|pills)",
        ],
    ),
    (
        C(Cue::Weapon),
        &[
            "gun|shotgun|rifle|pistol|knife|blade|razor|machete|cleaver|bullets|cartridges|shells|barrel|trigger|scalpel|axe|hammer|bat|crowbar|acid|petrol|scissors|glass|pillow|revolver|handgun|cartridge|sword|lighter|screwdriver|chisel|knives|weapon|explosive|matches|guns|rifles|shotguns|pistols|blades|razors",
        ],
    ),
    (
        C(Cue::Rope),
        &[
            "(rope|noose|belt|cord|flex|ligature|beam|rafters|banister|hook|scarf|sheet|cable|chain|strap|loft|attic|stool|chair|it holds|holds my weight)",
        ],
    ),
    (
        C(Cue::Height),
        &[
            "bridge|roof|rooftop|ledge|edge|railing|railings|parapet|cliff|cliffs|balcony|barrier|platform|tracks|crossing|viaduct|scaffold|scaffolding|crane|multistorey|overpass|rail|rails|turbine|tower|windowsill|sill|lighthouse|footbridge|flyover|gantry|embankment",
            "car park",
            "top (floor|deck|level|storey)",
            "other side of the (rail|railing|railings|barrier|fence|glass)",
        ],
    ),
    (
        C(Cue::Water),
        &[
            "river|sea|canal|lake|reservoir|weir|pier|quay|tide|harbor|water|bath|waves|ocean|loch|dock|quarry",
        ],
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
            "on (my|the) (lap|knee|knees|bed|bedside|side|table|sideboard|desk|seat|passenger seat|wrist|nightstand|counter|chair|arm of)",
            "across my (knees|lap|legs)",
            "next to|beside|against|round|around|over (me|my *1 (bed|neck|head|throat|wrist|chest|shoulders|chin))",
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
            "took|taken|swallowed|drank|drunk|necked|downed|injected|unhooked|unplugged|disconnected|jabbed|gulped",
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
            "(whole|most|all|every|everything|everthing|rest|handful|handfuls|loads|load|forty|sixty|thirty|hundred|fifty|double|too many|packets|boxes|bottles|ten|twenty)",
            "everything in the",
        ],
    ),
    (
        C(Cue::Sinking),
        &[
            "sleepy|drowsy|dizzy|heavy|woozy|fuzzy|blurry|numb|spinning|ringing|fading|slurring|floaty|wobbly|shaking|sweating|freezing|cold|weird|faint|lightheaded|tired",
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
            "tell (my|the|our|him|her|them) *2 (mam|mum|dad|wife|husband|kids|boys|girls|son|daughter|sister|brother|family|mother|nan|it was|i)",
            "it will be (done|over|finished|quick|quiet)",
            "(be|am|will be) (gone|done|finished|away|at rest|no more|past it|out of)",
            "by (morning|the morning|the time|tomorrow|monday|then)",
            "(last|final) (time|one|night|day|thing|words|message|chat|letter|meal|drink|look)",
            "(after|once|when) (this|that|tonight|i am gone|it is done|this chat|i have gone)",
            "not (be|have) *2 (in pain|pain|hurting|here|around|coming back|waking|need it|needed|be needing)",
            "see to myself",
            "too late",
            "(sorry|thank you|thanks) (for|to) *2 (everything|all|being|the chats|listening|your|you all|trying|the company|last|having)",
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
            "(bins|bills|rent|cleaner|milkman|milk|papers|post|gas|meter) *3 (out|paid|cancelled|canceled|stopped|settled|off)",
            "(dog|cat|cats|dogs|hens|rabbit|budgie|herd|birds|horse|fish|parrot|animals|guinea pig|pony) *4 (with|to|gone|going|settled|fed|rehomed|at|next door|new home|taken|has|have)",
            "(paid|cancelled|canceled|sorted|settled|tidied|cleaned|cleared|labelled|labeled|packed|ironed|deleted|wiped|signed) *3 (everything|all|bills|window|flat|house|room|loft|shed|clothes|photos|accounts|it|phone|subscriptions|funeral|papers|out|off|my|for them)",
            "(given|gave|giving|handed|posted|left) *4 (away|ring|watch|guitar|tools|books|records|dog|cat|car|keys|things|medals|jewellery|jewelry|collection|bike|phone|her|him|them|my)",
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
        &[
            "(light|lighter|peaceful|calm|serene|relieved|relief|wonderful|wonderfully|happy|free|at peace|settled|content|clear)",
        ],
    ),
    (
        C(Cue::Soon),
        &[
            "tonight|tomorrow|now|soon|midnight|today|already|friday|saturday|sunday|monday|tuesday|wednesday|thursday|weekend|afterwards",
            "(as soon as|soon as)",
            "in a (sec|minute|bit|moment|while)",
            "(when|once) (this|he|she|they|it|everyone|mum|the) *2 (chat|ends|goes|asleep|sleeps|out|leaves|gone|dark|quiet|over|finishes|stops|is|are)",
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
            "(hope|hoping|want|wanting|waiting|wait) (it|for it|for the|that it|the) *3 (stop|stops|take|takes|kill|kills|finish|finishes|end|ends|comes|come|happen|happens|gives|give)",
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
            "(insulin|dialysis|chemo|chemotherapy|oxygen|ventilator|warfarin|thinners|anticoagulants|pacemaker|transplant|immunosuppressants|antiretrovirals|steroids|hydrocortisone|keppra|epilepsy|seizure|digoxin|inhaler|inhalers|transfusion|transfusions|radiotherapy|epipen|pump|bipap|thyroxine|prednisolone|tacrolimus|statins|injections|antibiotics|antivirals|hiv|diabetic|diabetes|apixaban|beta blockers)",
            "(heart|kidney|liver|blood|water|transplant|seizure|fit|blood pressure|rejection|diabetes|hiv|epilepsy|fits|lung|thyroid|angina) (tablet|tablets|pills|pill|meds|medication|medicine|medicines|thinners|drugs|treatment|machine|failure|transplant|spray)",
            "breathe with a machine",
            "(feeding|feed) (tube|peg|pump)",
        ],
    ),
    (
        C(Cue::Stopped),
        &[
            "(stop|stopped|stopping|flush|flushed|flushing|bin|binned|binning|skip|skipping|skipped|refuse|refused|refusing|unhooked|unplugged|unhook|hiding|hide|hid|quit|ditched|missing|missed|withholding|tipped|tipping|emptied|declined|cancelled|canceled|leaving|halved|halving|rationing|pretend|pretending|spit|spitting|switched off|turned off)",
            "(not|never|without|no) *3 (taking|taken|take|having|had|doing|done|going|been|using|touched|inject|injected|turned up|gone|go|bother|bothering|bothered|opened|ordered|collected|picked up)",
            "(poured|pour|chuck|chucked|throw|threw|throwing|tip|put|putting|puts) *3 (away|out|down the|in the bin|sink|toilet|bin)",
            "(come|came|coming|gone|went|going) off (them|it|my|the)",
            "down the (sink|toilet|loo|drain)",
            "sent (the|them|her|him) *3 (home|away|back)",
        ],
    ),
    (
        C(Cue::NoFood),
        &[
            "(not|nothing|never|no|without|barely|hardly|only|just|stopped|refuse|refusing|skip|skipped) *4 (eat|eating|eaten|ate|food|meal|meals|calories|swallow|bite|dinner|lunch|fed|feed)",
            "(nothing|anything) but (water|coffee|black|tea|diet|ice|gum|squash)",
            "starve|starving|starved|fasting|fasted|calories|purge|purging|laxatives|vomit|vomiting|calorie|restricting|kcal",
            "only *3 (water|ketchup|cereal|bread|coffee|an apple|apple|ice|gum|cucumber|broth|crisps|toast|biscuits|tea)",
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
            "faint|fainted|fainting|collapsed|collapse|blackout|dizzy|shaking|freezing|heart|hair|periods|period|blue|wobbly|lightheaded|trembling|lanugo|potassium|pulse|dehydrated|palpitations|ketones|weak",
            "(passed|pass|passing|black|blacked|blacking|greyed) (out|over)",
            "(went|gone|go|keep going) (down|over|wobbly|black|dark)",
            "cold all",
        ],
    ),
    (
        C(Cue::Smaller),
        &[
            "(smaller|thinner|skinny|skinnier|lighter|disappear|fat|weigh|weight|scales|size|kilos|kg|pounds|stone|bmi|bones|ribs|disgusting|huge|thin|less of me|lose|losing|goal)",
        ],
    ),
    (
        C(Cue::Cut),
        &[
            "(cut|cuts|cutting|burn|burning|burned|burnt|burns|scratch|scratching|scratched|carve|carved|carving|slice|sliced|slicing|stab|stabbed|punch|punching|punched|hit|hitting|bang|banging|scald|scalded|scalding|hurt|hurting|harm|harming|bruise|bruised|bleed|bleeding|stitches|wound|wounds|scars|scabs|blades|slashed|gouge|pierce|jab|hold my hand over)",
        ],
    ),
    (
        C(Cue::Body),
        &[
            "arm|arms|wrist|wrists|leg|legs|thigh|thighs|skin|stomach|hip|hips|forearm|forearms|ankle|ankles|belly|shoulder|knuckles|myself|ribs|calf|calves|feet|tops|head|chest",
        ],
    ),
    (
        C(Cue::Habit),
        &[
            "(most|every|some|both|all|many) *1 (night|nights|day|days|time|evening|week|morning|weekend)",
            "(last|the other|this|past|few) (night|week|evening|month|weekend|few)",
            "(the night|night|day) before",
            "(this time|# nights|@num nights|again|tonight|yesterday|still|can not stop|keep|keeps|kept|today|started|lately|since|whenever|when i|after)",
        ],
    ),
    (C(Cue::Blood), &["blood|bleeding|bleed|pouring|stitches|veins|vein|artery|soaked"]),
    (
        C(Cue::Hurt),
        &[
            "hit|hits|hitting|beat|beats|beaten|beating|slap|slaps|slapped|slapping|punch|punched|punches|kick|kicked|kicks|choke|choked|chokes|strangle|strangled|shove|shoved|shoves|push|pushed|pushes|grab|grabbed|grabs|grip|gripped|grips|drag|dragged|drags|burn|burned|burnt|bruise|bruised|bruises|bite|bit|stabbed|rape|raped|rapes|forced|forces|whipped|belt|belted|twist|twisted|thump|thumped|smack|smacked|smacks|spat|pinned|threw|throws|thrown|throttled|headbutted|smashed|pinch|pinched|pinches|pinching|hurt|hurts|touch|touches|touched|touching|slammed|yanked|yanks|squeezed|batter|battered|knocked|knocks|wallop|walloped",
            "black (eye|eyes)",
            "hands *1 (round|around|on) my",
            "break|broke|breaks|broken *2 (arm|leg|legs|rib|ribs|nose|jaw|wrist|finger|fingers|tooth)",
            "cut my hair",
            "passed out",
            "(rough|violent|physical|handy|nasty) with (me|us|her|mum)",
            "black and blue",
            "by the (hair|throat|neck|arm|wrist)",
            "marks|mark|welts",
        ],
    ),
    (
        C(Cue::Threat),
        &[
            "(next time|or else|the next one)",
            "if (i|we) *2 (go|stop|leave|tell|run|refuse|say|report|do not|talk|quit|ever|speak|try|call|scream|move|complain|left|told|make a)",
            "(said|says|say|told|tells|warned|swore|swears|promised|threatened|threatens|threatening|texted|messaged) *5 (will|would|going to|next|kill|hurt|find|send|burn|break|take|throw|regret|sorry|deport|police|street|know|show|bury|dig|disappear|pay|see|get)",
            "(threat|threats|threatened|threatens|threatening|threaten|blackmail|blackmailing|blackmailed)",
            "(find|hurt|kill|beat|shoot|stab|get|burn|harm|finish) (my|me|us|our) *2",
            "(is|be) next",
            "(on the street|streets)",
            "(come|coming|came) (for|after) (me|us|my|him|her|them)",
            "(kill|hurt|shoot|stab) (me|us|himself|herself|my|the)",
            "(will not|would not) be (hair|the|my|just|so)",
            "smash|smashes|smashed *3",
            "i (know|knew) (he|she|they) (will|would|means|meant)",
        ],
    ),
    (
        C(Cue::Confine),
        &[
            "lock|locks|locked|locking|chained|tied|trapped|captive|prisoner|hostage|cellar|padlock|bolted",
            "keep|keeps|kept|hold|holds|held *1 (me|us|my|her) *3 (in|inside|home|house|here|room|flat|upstairs|indoors|there)",
            "(not|never|no) *2 (let|lets|allowed|allow|able to leave|leave|go out|permitted|letting|take me home)",
            "(can not|not able to|cannot) *2 (leave|get out|go out|go home|get away|go anywhere|walk out)",
            "(doors|door|gate|windows) *2 (locked|shut|bolted|nailed|guarded)",
            "(guard|guards|dog|man|men|someone|camera|cameras) *4 (door|gate|outside|watch|watching|watches|hall|stairs)",
            "(took|takes|take|taken|has|have|keeps|keep|kept|hid|hides|smashed|broke|holds) *2 my *2 (phone|keys|passport|card|papers|shoes|clothes|purse|glasses|frame|wheelchair|laptop|bag|id|sim|hearing|inhaler|car)",
            "in (his|the|a|their) (van|car|flat|room|house|hotel|lorry|container|basement)",
            "move|moves|moved|moving (us|me|girls|the girls)",
            "(come with me everywhere|follows me|watches me|waits outside|wait outside|timed)",
        ],
    ),
    (
        C(Cue::Papers),
        &[
            "passport|passports|papers|visa|documents|permit|bankbook|pension|card|savings|deeds|attorney|benefits|sim",
        ],
    ),
    (
        C(Cue::Debt),
        &[
            "owe|owes|owed|owing|debt|debts|arrears|loan|borrowed|repay",
            "pay (back|off|it off|them back|him back|for the|my way|the rent|him)",
            "work (it|them|this|that) off",
        ],
    ),
    (
        C(Cue::Boss),
        &[
            "(boss|bosses|owner|landlord|landlady|madam|olders|elders|agency|agent|pimp|dealer|recruiter|employer|gang|sponsor|foreman|manager|supervisor|family i|handler|mister|madame|gaffer|aunty|auntie)",
            "the (man|men|woman|lads|boys|people|couple|guys)",
            "older (lads|boys|man|guy|boyfriend)",
        ],
    ),
    (
        C(Cue::NoPay),
        &[
            "(no|not|never|without|do not|does not|did not) *2 (pay|paid|wages|money|salary|days off|day off|rest|sleep)",
            "(unpaid|for nothing|for free)",
            "# hour|hours *1 (a|each|every|per|seven|six)?",
            "(seven|7|six) day|days",
            "(takes|take|took|keeps|keep|taking) *3 (money|wages|cut|pay|earnings|tips|half|all|most|pension|savings|cash|giro|allowance|benefits)",
        ],
    ),
    (
        C(Cue::Money),
        &[
            "money|pension|savings|card|cash|cheque|cheques|bank|account|benefits|allowance|gas|heating|house|inheritance|wallet|purse|will|pin|signature|sign",
        ],
    ),
    (
        C(Cue::Sex),
        &[
            "sex|sexual|touch|touches|touched|touching|kiss|kissed|kissing|underwear|naked|undress|lap|massage|webcam|customers|clients|punters|private|privates|strip|oral|bed|tickle|cuddle|cuddles|rub|rubs|rubbed|favors|rape|raped|grope|groped|gropes",
            "(his|their|other) (friends|mates|men|blokes)",
            "(another|other|different|special) way",
            "(be|been|being) nice to (him|them|men|his|the)",
            "(down|inside|between) (there|my legs|my|me)",
            "under (my|the|her|his) (clothes|covers|skirt|top|nightie|duvet|blanket)",
            "(with|for|to) (men|his friends|his mates|strangers|blokes)",
            "(gets|got|climbs|comes) in (my|with|the|to my|beside) *1 (bed|shower|bath|me|room)",
        ],
    ),
    (
        C(Cue::Pictures),
        &[
            "pics|pic|pictures|nudes|nude|photos|photo|video|videos|screenshot|screenshots|footage|snaps|recording|recorded|filmed|camera|webcam|images",
        ],
    ),
    (
        C(Cue::Send),
        &[
            "(send|sends|sent|sending|post|posts|posting|share|shares|shared|leak|leaks|leaked|show|shows|upload|everyone|school|parents|followers|pay|unless|vouchers|bitcoin|spread|online|group chat)",
        ],
    ),
    (
        C(Cue::Minor),
        &[
            "(am|im|turned|aged|age|are) *1 (6|7|8|9|10|11|12|13|14|15|16|17|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen) !kg !weeks !stone !months !minutes !days !years !hours !percent",
            "year (seven|eight|nine|ten|#)",
            "(my|at|in|to|my whole) school",
            "little (sister|brother|sisters|brothers)",
            "(foster|gcse|gcses|homework|playground|headteacher|social worker)",
        ],
    ),
    (
        C(Cue::ChildOther),
        &[
            "baby|kids|kid|children|child|toddler|daughter|stepdaughter|son|stepson|niece|nephew|grandson|granddaughter|newborn|twins|boys|girls|grandchildren|pupil|lad|bairn|wean|bairns|infant",
            "little (one|ones|boy|girl|lad|lass)",
            "my (boy|girl|lad|lass)",
            "year old",
            "the (boy|girl)",
        ],
    ),
    (
        C(Cue::Asleep),
        &[
            "asleep|sleep|sleeping|sleeps|bed|night|dark|bath|bathtime|shower|tucks|bedtime",
            "at night",
            "drunk|drinking|away|out|gone",
        ],
    ),
    (
        C(Cue::Errand),
        &[
            "runs|run|deliver|delivering|delivery|package|packages|parcels|drop|drops|wraps|gear|weed|phone|bricks|bag|bags|carry|carrying|hold|holding|coast|county|train|trap|lookout|stash|sell|selling|drugs",
        ],
    ),
    (
        C(Cue::Marry),
        &["(marry|married|marriage|wedding|engaged|engagement|nikah|bride|groom|cousin|fiance|husband they)"],
    ),
    (
        C(Cue::Unwilling),
        &[
            "(not|never|no) *1 (want|wanted|wanna|agree|agreed|choose|chose|choice|consent)",
            "(say|said|says|told) *2 no",
            "against my",
            "no (choice|many|time)",
            "(make|makes|made|making|force|forced|forces|forcing|pressure|pressured) (me|us)",
            "(have|had|got) to",
            "please",
            "scared|afraid|frightened|terrified",
        ],
    ),
    (
        C(Cue::Crowd),
        &[
            "school|mosque|church|synagogue|office|mall|station|crowd|parade|market|clinic|concert|stadium|college|campus|festival|hospital|temple|shelter|hostel|embassy|council|depot|warehouse|assembly|canteen|hotel|rally|procession",
            "(everyone|everybody|all of them|them all|as many|the lot of them|people)",
        ],
    ),
    (
        C(Cue::Cause),
        &[
            "pledged|pledge|oath|martyr|brothers|cause|cell|movement|race|invaders|infidels|kuffar|traitors|manifesto|channel|recruit|recruited|war|soldiers|soldier|paradise|replacement|cleanse|enemy|enemies|accelerate|revolution|jihad|caliphate|blood|livestream|legend|saints|vermin|rats|parasites",
        ],
    ),
    (
        C(Cue::Attack),
        &[
            "(target|targets|attack|attacks|strike|bomb|bombs|fertiliser|fertilizer|detonator|device|explosives|training|trained|rehearsed|scouted|exits|entrance|layout|plan|plans|mission|operation|weapon|weapons|vest|van|pick|picked|shoot|shooting|stab|burn|torch|petrol|ram|casualties|body count|drive into)",
        ],
    ),
    (
        C(Cue::Voice),
        &[
            "voice|voices|whisper|whispers|commanded|command|demon|demons|devil|satan|possessed|angel|angels|spirit|spirits|jinn|impostor|imposter|changeling|chip|signal|signals|message|messages|prophet|chosen",
            "(god|lord|tv|radio|he|she|it) (says|told|tells|wants|say|said|telling) *3",
            "not (the|my|really|a) *1 (baby|real|mum|mother|son|husband|wife|dad|her|him|person|human)",
        ],
    ),
    (
        C(Cue::Kill),
        &[
            "kill|killed|killing|stab|stabbing|shoot|shooting|strangle|murder|murdered|smother|drown|drowning|poison|poisoned|run (him|her|them) over",
            "burn|torch|petrol",
            "(put|hold|push) (it|him|her|them|the pillow) *2 (back|under|over|down|in the water)",
            "(finish|end|do|sort|get|silence|stop) (him|her|them|it)",
            "(make|watch|see) (him|her|them) (pay|suffer|bleed|beg|hurt)",
            "(hurt|harm|attack|cut|slit|batter|smash|break) (him|her|them|his|their|someone|people|somebody)",
            "(go|going|leave|leaving) together",
            "for him and then",
            "must (be|die|go) *2 (cut|out|stopped|die|cleansed)",
        ],
    ),
    (
        C(Cue::Target),
        &[
            "him|her|them|his|ex|boss|neighbor|wife|husband|lad|bloke|teacher|stepdad|brother|father|mother|mum|dad|kid",
        ],
    ),
    (
        C(Cue::Alone),
        &["alone|unattended|home alone|by myself|by ourselves|on (my|his|her|their) own|for days|since"],
    ),
    (
        C(Cue::Hide),
        &[
            "(hiding|hidden|hide|wardrobe|closet|cupboard|bathroom|pantry|cubicle|shed|under the bed|locked myself|barricaded|whisper|whispering|behind the sofa|loft|cellar|locked in|attic)",
            "(at|through|outside|behind) the (door|window|gate)",
        ],
    ),
    (
        C(Cue::Secret),
        &[
            "in the (bath|shower|bathroom|toilets|loo)",
            "(cover|covers|hide|hides|hid|covered|hiding) (it|them|the|up|my)",
            "(nobody|no one|noone|not one) *1 (knows|know|sees|seen|notices|noticed|has)",
            "(long|baggy) (sleeves|skirts|sleeve|trousers|jumper)",
            "(secret|nobody knows|tell no one|not tell|do not tell|not allowed to tell|our thing|special|grown up)",
        ],
    ),
    (
        C(Cue::Older),
        &[
            "(he|she|hes) *2 (is|was|like|said he was) *2 (#|thirty|forty|fifty|older|adult|grown)",
            "(older|grown) (man|men|guy|boyfriend|lad|lads|boys)",
            "(man|guy|bloke|someone|lad|men) *4 (app|online|internet|snap|insta|discord|tiktok|game|chat|met|van|hotel|car)",
            "from the (app|internet|game|chat)",
            "landlord",
        ],
    ),
    (
        C(Cue::Alarm),
        &[
            "(worried|afraid|concerned|scared) (for|about) your *2 (life|safety)",
            "(worried for|concerned for) you",
            "get help to you",
            "(call|ring|phone|dial) *3 (ambulance|999|911|988|emergency|samaritans|poison|112|000|police|crisis)",
            "(ambulance|999|911|emergency (services|number)|poison control|crisis (line|team))",
            "please (put|step|move|open|unlock|get|come|stop|go|stay|wait|climb|turn)",
            "(can|could|will|would) you *2 (put|step|move|hand|give|throw|unload|get away|climb|come down|turn|open|unlock|wait|lock|get to|get out|go to|stay on|sit|leave the|pass)",
            "(in|immediate) danger",
            "(where) (are you|exactly)",
            "(are|is) (you|anyone|somebody|someone) *2 (able to|near|nearby|with you|there with|else)",
            "send (help|someone|somebody)",
            "(sounds|is) (like)? *1 (an emergency|urgent|life threatening)",
            "(stay|keep) (with|talking to) me",
            "put (the|that|it) *2 down",
            "step (back|away)",
            "right (now|away)",
        ],
    ),
    (
        C(Cue::Refusal),
        &[
            "too late",
            "^ no",
            "^ *1 (i can not|can not|will not|i will not|i do not want|not going to|do not|what for|why|no point|leave|let me|never mind|does not matter|forget)",
            "(do not|not|never) *1 (call|send|tell|want help|need help|bother|stop me|want saving|want to be saved|come)",
            "(leave|let) me (be|alone|go|to it)",
            "(not|never) (going to|coming|want) *2 (hospital|help|ambulance|come|doctor|anyone)",
            "done (talking|waiting)",
            "no (one|point|ambulance|hospital|police)",
            "(never mind|nvm|ignore that|forget it|mind your|wrong number|by accident|autocorrect)",
            "(already|have) (started|begun|done|took)",
        ],
    ),
    (
        C(Cue::Frail),
        &[
            "70|71|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|eighty|seventy|ninety",
            "(carer|carers|care home|wheelchair|stroke|frame|pension|hoist|sheltered|dementia|parkinsons|nursing home|widow|widowed|elderly|zimmer|bedridden|son|daughter|grandson|nephew|niece)",
        ],
    ),
    (
        C(Cue::Hope),
        &[
            "hopeless|pointless|worthless|useless|burden|trapped|exhausted|empty|alone|tired|weary|shame|ashamed|failure",
            "no (point|hope|future|use|way out|reason)",
            "(nothing|nobody|noone) (left|cares|to)",
            "can not (go on|cope|do this|take|carry on|bear|live)",
            "(had|have) enough",
            "(done|finished) with",
        ],
    ),
    (
        C(Cue::Grudge),
        &[
            "(laughed|laughing|laugh|bullied|humiliated|deserve|deserves|pay|regret|sorry|fault|list|revenge|respect|remember|ignored|rejected|wronged|sacked|fired|cheated|lied|betrayed|ruined|punish|learn|lesson|justice|beg|suffer|coming to them|know my name)",
        ],
    ),
    (
        C(Cue::Near),
        &[
            "(on the|up the|down the) stairs",
            "(in|inside|outside|at|trying) *3 (house|door|window|flat|gate|building|garden|hall|hallway|kitchen|room)",
            "(outside|downstairs|upstairs|banging|kicking|pounding|smashing|breaking|coming|shouting|screaming|roaring|next room)",
            "(can|i) *1 hear (him|her|them|his|footsteps)",
            "(he|she|they) (is|are) *2 (here|back|home|looking|close|coming)",
        ],
    ),
    (
        C(Cue::Dumped),
        &[
            "flush|flushed|flushing|binned|binning|bin",
            "down the (sink|toilet|loo|drain)",
            "(in|inside) *2 (sock|bin|trash|plant pot|drawer)",
            "(spit|spitting|spat|hide|hiding|hid) (them|it)",
            "(pretend|pretending|told *2 i) *2 (take|taking|took)",
        ],
    ),
    (
        C(Cue::Approach),
        &[
            "going (round|over|there|after|to his|to her|to their)",
            "(wait|waiting) (for|outside|by|in) *2 (him|her|them|his|her|their|car|gate|door)",
            "(drive|driving|walk|walking|follow|following) *2 (to|him|her|them) *2",
            "outside (his|her|their|my ex|the office|the house)",
            "(i know|know) *2 (when|where|what time) (he|she|they) *3",
            "(on my way|heading|parked|sat outside|in the car)",
        ],
    ),
];
