import { createPhrases, expandPhrases } from './phrases.ts';
import type { ItemAction } from './reading.ts';

/** What a clause begins with. */
export type Verb =
	/** "add", "i need", "got": the action happens to what follows. */
	| { readonly kind: 'act'; readonly action: ItemAction }
	/** "take", "cross", "mark": only a later word ("off", "as bought") tells the action. */
	| { readonly kind: 'particle'; readonly action: ItemAction; readonly off: ItemAction }
	/** "change", "set", "make": an amount follows the name. */
	| { readonly kind: 'set' }
	/** "swap", "replace": two names follow. */
	| { readonly kind: 'swap' }
	/** "is", "do i have": the noun is only asked about, unless a later clause acts on it. */
	| { readonly kind: 'ask' }
	/** "show me", "what": nothing that follows is an item. */
	| { readonly kind: 'show' }
	/** "create", "clear": acts on a list, never on an item. */
	| { readonly kind: 'manage' }
	/** "thanks", "okay": nothing is wanted. */
	| { readonly kind: 'chat' }
	/** "call", "play some": meant for another program. */
	| { readonly kind: 'elsewhere' }
	/** "scratch that": the last item was a mistake. */
	| { readonly kind: 'retract' }
	/** "no wait", "make it": what follows replaces the last item or its amount. */
	| { readonly kind: 'correct' };

/** Said to the app, and only alone: nothing to add. */
const PLEASANTRIES =
	'thanks|thank you|{thanks,thank you} {a lot,very much,so much,again}|many thanks|thx|ty|great|cool|perfect|awesome|nice|' +
	'good {job,morning,night,evening,afternoon}|bye|goodbye|see you|stop|stop it|stop that|undo|undo {it,this}|help|help me|cancel|' +
	'nope|yes|yeah|yep|sure|ok|okay|alright|got it|i see|hi|hello|hey|test|testing|thats {all,it,right,enough}|that is all|' +
	'that {should,will} {be all,do it}|nothing|nothing else|nothing more|done|all done|no thanks|no thank you|go shopping|' +
	'done shopping|never mind|nevermind|forget it|please|wait|hold on|wipe it clean|start over|go back|repeat|repeat that|exit|quit';

export const VERBS = createPhrases<Verb>([
	...phrases(PLEASANTRIES, { kind: 'chat' }),
	...act(
		'add',
		'add|adding|readd|re-add|re add|add {in,on,up,back}|put|putting|put {down,in,on,back}|get|getting|get {me,us}|grab|grab {me,us}|buy|{can,could,may} {i,we} {have,get}|' +
			'buying|buy {me,us}|pick up|pick {me,us} up|insert|include|including|enter|write|{write,note,jot,mark} {,me }down|note|' +
			'{throw,toss,pop,chuck,stick,slip} {in,on}|tack on|stock up on|order|order {me,us}|place an order for|purchase|bring|' +
			'bring {home,me,us,back}|need|needs|want|would like|id like|wed like|{id,wed,would} {like,love} to {have,get,buy}|{would like,want} to have|' +
			'going to need|gonna need|{will,ill,well,may,might,also,really,still} need|could do with|do need|gotta get|need to {get,buy}|' +
			'{in need of,need some more}|{dont,do not,lets not,never} forget|{dont,do not} forget {about,to get,to buy,to add}|dont let me forget|' +
			'{dont,do not} let {me,us} forget|remember|remember {the,to get}|forgot|forgot {to get,to add,to buy,about}|see {that,to it that}|remind me|remind me {of,about}|' +
			'{make sure,ensure}|{make sure,ensure} {that,theres,there is,there are,that there is,that there are}|' +
			'{make sure,ensure} {i,we} {have,get,buy}|{make sure,ensure} that {i,we} {have,get,buy}|make sure to {get,buy,have}|' +
			'{,all ,fresh ,nearly ,almost ,clean ,completely ,just about }out of|{ran,run,running,getting} out of|' +
			'{,running ,getting ,run ,pretty ,very }{low,short} {on,of}|{,almost ,nearly }done with the last of|{,i ,we }have {no,no more,run out of}|' +
			'{theres,there is,there are} {no,no more,not enough,barely any,hardly any}|{dont,do not} have|{dont,do not} have {any,enough,any more,anymore}|' +
			'{havent,have not} got any|used up|{used up,finished,ate,drank} {all,the last of,the last,all of}|finished|used the last {,of}|' +
			'{should,must} have|is missing|missing|could use|should include|has to have|{cant,cannot} forget|restock|uncheck|unmark|untick|uncross|fetch|fetch {me,us}|looking for|{give,fetch} {me,us} some|{ill,well} {take,have}|{id,ill} go for|let me {have,get}|' +
			'{id,wed} love|{ive,weve} no|there {isnt,arent,is not,are not} any|{wants,asked for,asks for}'
	),
	...act(
		'remove',
		'no more|remove|removing|scrap|delete|deleting|erase|drop|scratch|scratch {off,out}|cross out|take {off,out,away}|lose|forget|' +
			'forget about|get rid of|cancel|skip|skip {on,over}|nix|strike|strike {off,out}|ditch|omit|exclude|leave {off,out}|' +
			'{pull,get,knock,throw} off|eliminate|no longer {need,want}|{dont,do not} need|{dont,do not} {need,want,buy,get} {any,any more,anymore}|' +
			'dont {really,actually} need|{dont,do not} {want,get,buy,add,bother with,worry about}|wont {need,be needing}|will not {need,be needing}|not {need,needing}|{never mind,nevermind} {the,about,about the}|' +
			'no need {for,to get,to buy}|changed my mind about|can do without|hold the|stop adding|there is no need for|' +
			'{,i ,we ,ive ,weve }{have,got} {enough,enough of,plenty of}'
	),
	...act(
		'check',
		'{check,tick,cross,mark} off|put a {check,tick,checkmark,check mark} {next to,by,beside,on}|check|complete|got|bought|{have,already,have already} {bought,got,gotten}|{,i ,we }have already {bought,gotten,picked up}|picked up|grabbed|found|already {have,bought,got}|' +
			'ive got|weve got|have got|done with|finished with|purchased|ordered|{i,we} {,do }have|{i,we} have {already,got}|' +
			'{just,already} {got,bought,grabbed,found} {,the}'
	),
	...phrases('take|pull|knock|kick', particle('remove', 'remove')),
	...phrases('cross|tick', particle('check', 'check')),
	...phrases('mark', particle('add', 'check')),
	...phrases(
		'place|stick|slap|toss|throw|pop|chuck|slip|list|have|jot|keep|save|store|log|record|register|move',
		particle('add', 'remove')
	),
	...phrases(
		'set|change|update|increase|decrease|reduce|raise|lower|bump|bump up|adjust|make|modify|edit',
		{ kind: 'set' }
	),
	...phrases('swap|swap out|switch|switch out|replace|substitute|exchange|trade|sub', {
		kind: 'swap'
	}),
	...phrases(
		'is|are|was|were there|does|did|is it|{is,are,was,were} there|{is,are} there any|do {i,we,you}|do {i,we} {,still ,already }{have,need}|' +
			'do {i,we} have any|will {i,we} need|have {i,we,you} {,got,added,bought}|had i|did {i,we,you}|should {i,we}|am i|are we|' +
			'{im,i am,} not sure {if,whether}|i dont know {if,whether}|i {cant,dont} remember {if,whether}|im wondering {if,whether}|' +
			'if {theres,there is,there are}|if {theres,there is,there are} no|if {i,we} {have no,dont have}|if {i,we} dont have any|' +
			'if {im,were} out of|{check,see,look,find out} {if,whether,for,to see if}|check {to,and} see {if,whether}|has|hasnt|havent {i,we}|' +
			'{i wonder,wondering,im wondering} {if,whether}|isnt|arent|didnt {i,we}|dont {i,we} {need,have}|can you check {if,whether,for}',
		{ kind: 'ask' }
	),
	...phrases(
		'what|whats|what {is,are}|which|where|wheres|when|why|who|whos|how|how {many,much}|hows|tell|tell {me,us}|let me {know,see,hear}|' +
			'show|show {me,us}|list {out,off,down,my,the,all,everything,things,groceries,products,items,what,whats}|display|view|view my|open|' +
			'open {up,my,the}|{pull,bring,call} up|look {up,at,through,over,for}|{go,run,iterate,scroll,step,page} {over,through}|read|' +
			'read {me,my,the,out,off,back,through,it,them,aloud}|recite|see|see my|hear|know|find|find {out,me}|locate|give me|give me {my,the}|' +
			'check {my,the list,on,for,that,and see}|verify|confirm|i wonder|i wonder {if,what,whats}|name {all,the items,everything}|{run,walk} {me,us,} {down,through}|fill {me,us} in|rattle off|i forget {what,whats}|look and see|a rundown of|search|' +
			'search for|{i,} {forgot,cant remember,dont remember,dont know} {what,whats}|remind me {what,whats}|do you {know,think}|say|access|' +
			'describe|any|anything|anything {else,left}|{,the }{price,cost} {of,for}|summarize|review|count|' +
			'{tell,ask} {me,us} {if,whether,about}|i {want,need} to know|explain|enumerate|{go,take me} to|is that everything|whatever|{contains,has,includes,holds} what|consists of what',
		{ kind: 'show' }
	),
	...phrases(
		'create|start|begin|build|generate|set up|{clear,empty,wipe,clean} {,out,off,up}|reset|rename|share|send|email|text|sort|archive|' +
			'restore|duplicate|copy|trash|throw {away,out}|dump|close|save|finish|start over|organize|new|merge|discard|destroy|print|manage|' +
			'export|import|lock|hide|pin|combine|reorder|rearrange|undo|redo|start {a,my,the} {,new}|join|leave|sync|refresh|' +
			'switch to|retire|load|select|choose|use|retrieve',
		{ kind: 'manage' }
	),
	...phrases(
		'call {mom,dad,my,the,home,me}|phone {mom,dad,home,my}|play {some,me,my,the,a}|turn {on,off,up,down}|set {a,an,my,the} {timer,alarm,reminder}|navigate to|directions to|' +
			'translate|suggest|recommend|what can i {make,cook}|schedule|wake me|notify {me,us}|dim the|remind me {at,on,in,tomorrow}',
		{ kind: 'elsewhere' }
	),
	...phrases(
		'{,no }{scratch,forget} that|{scratch,forget} {that,it} {,one}|{cancel,delete,undo,strike,not} that|{never mind,nevermind} {,that}|no forget it',
		{ kind: 'retract' }
	),
	...phrases(
		'no|no wait|wait no|wait|no no|actually|{,no }{i mean,i meant,sorry}|sorry {i mean,i meant}|oops|whoops|or rather|rather|' +
			'{,no ,lets ,better ,actually ,please }make {it,that,them,those}|actually no|no actually|{,no }lets say|change {that,it,them} to|' +
			'on second thought|well actually|{oh,uh,um,hmm,er} {wait,no}|oh no wait|hold on|i meant to say|correction|my mistake|my bad|' +
			'strike that make it|actually {i,we} {,only ,just }{need,want}|no let me|or actually|or maybe|better yet|thats wrong|that should be|it should be|should be',
		{ kind: 'correct' }
	)
]);

function particle(action: ItemAction, off: ItemAction): Verb {
	return { kind: 'particle', action, off };
}

function act(action: ItemAction, list: string): [string, Verb][] {
	return phrases(list, { kind: 'act', action });
}

function phrases(list: string, verb: Verb): [string, Verb][] {
	return expandPhrases(list).map((phrase) => [phrase, verb]);
}
