import { createPhrases, expandPhrases, phraseList } from './phrases.ts';
import type { ItemAction } from './reading.ts';

/** What a clause begins with. */
export type Verb =
	/** "add", "i need", "got": the action happens to what follows. */
	| { readonly kind: 'act'; readonly action: ItemAction }
	/** "take", "cross", "mark": only a later word ("off", "as bought") tells the action. */
	| { readonly kind: 'particle'; readonly action: ItemAction }
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
	/** "scratch that": the last item was a mistake. */
	| { readonly kind: 'retract' }
	/** "no wait", "make it": what follows replaces the last item or its amount. */
	| { readonly kind: 'correct' };

/** Words of politeness and hesitation in front of a verb; the subject of a sentence is no more than that here. */
export const FILLERS = phraseList(
	'please|pls|plz|kindly|hey|hi|hello|ok|okay|so|well|um|uh|uhm|er|hmm|oh|also|then|now|just|already|still|probably|yes|yeah|yep|next|first|' +
		'i|we|you|im|i am|were|we are|ive|weve|{can,could,will,would} {you,u}|{can,could,may} {i,we}|you {can,could}|' +
		'{it,that} would be {great,nice,good} if you could|i was wondering if you {can,could}|id appreciate it if you|would you mind|mind|' +
		'{would you be,are you} {willing,able} to|{would it be,is it} {possible,ok} {,for you }to|is there any way {to,you can}|' +
		'do me a favor|do me a favor and|go ahead and|go and|feel free to|try to|help me|be so kind {and,as to}|time to|' +
		'{i,we} {want,need,would like,have} {,you ,u ,for you }to|{id,wed} like {,you ,for you }to|need to|want to|have to|' +
		'{i,we} {wanna,gotta,should,must}|{ive,weve} got to|you {need to,should}|lets|let {us,me}|i suggest {,we}|may i suggest {,we}|' +
		'make sure {to,you,we,that you,that we}|be sure {to,you}|remember to|{dont,do not} forget to|dont let me forget to|' +
		'remind {me,us} {to,that i need to}|how about|how about we|what about|maybe|alexa|siri|google|{hey,ok} google|hey siri|' +
		'while youre at it|by the way|one more thing|if {not,none,so}|if {it,there} {isnt,is not}|if its not|if its not there|' +
		'if {they,there} {arent,are not}|if theyre not|if {i,we} {dont,do not,havent}|if {im,were} out|in that case'
);

/** What may stay out of an item that has no verb: the others would take words of the name with them. */
export const SOFT_FILLERS = phraseList(
	'please|pls|plz|hey|hi|hello|ok|okay|um|uh|uhm|er|hmm|oh|also|yes|yeah|how about|what about|maybe'
);

/** Said to the app, and only alone: nothing to add. */
const PLEASANTRIES =
	'thanks|thank you|thanks a lot|thank you very much|thx|ty|great|cool|perfect|awesome|nice|good {job,morning,night}|bye|goodbye|' +
	'stop|undo|help|cancel|no|nope|yes|yeah|yep|ok|okay|hi|hello|hey|test|thats all|thats it|that is all|nothing|nothing else|done|' +
	'all done|no thanks|no thank you|go shopping|done shopping';

export const VERBS = createPhrases<Verb>([
	...phrases(PLEASANTRIES, { kind: 'manage' }),
	...act(
		'add',
		'add|adding|readd|re-add|re add|add {in,on,up}|put|putting|put {down,in}|get|getting|get {me,us}|grab|grab me|buy|buying|buy {me,us}|' +
			'pick up|pick me up|insert|include|including|enter|write|{write,note,jot,mark} down|note|{throw,toss} in|tack on|stock up on|' +
			'order|order me|purchase|bring|bring {home,me}|need|needs|want|would like|id like|wed like|going to need|gonna need|will need|' +
			'ill need|well need|do need|gotta get|need to {get,buy}|{dont,do not} forget|dont let me forget|remember|forgot|forgot to {get,add,buy}|' +
			'remind me|remind me of|make sure|make sure {that,theres,there is,there are}|make sure {i,we} {have,get}|' +
			'{,all ,fresh ,nearly ,almost }out of|ran out of|running out of|{,running ,getting }low on|short on|have no|have no more|' +
			'{theres,there is,there are} no|{theres,there is,there are} no more|{dont,do not} have|{dont,do not} have any|used up|finished|' +
			'used the last of|used the last|{should,must} have|is missing|missing|could use|should include|has to have'
	),
	...act(
		'remove',
		'no more|remove|removing|scrap|delete|deleting|erase|drop|scratch|scratch off|cross out|take {off,out,away}|lose|forget|forget about|' +
			'get rid of|cancel|skip|nix|strike|strike {off,out}|ditch|omit|exclude|leave {off,out}|{pull,get} off|eliminate|no longer need|' +
			'{dont,do not} need|{dont,do not} need any|dont need any more|{dont,do not} {want,get,buy,add}|dont want any|dont bother with|' +
			'{never mind,nevermind} the|no need for'
	),
	...act(
		'check',
		'{check,tick,cross,mark} off|check|tick|complete|got|bought|{have,already} bought|picked up|grabbed|found|already have|ive got|weve got|have got|' +
			'done with|finished with|purchased'
	),
	...phrases('take|pull', { kind: 'particle', action: 'remove' }),
	...phrases('cross', { kind: 'particle', action: 'check' }),
	...phrases('mark|stick|slap|toss|place|throw|list|have|jot', { kind: 'particle', action: 'add' }),
	...phrases(
		'set|change|update|increase|decrease|reduce|raise|lower|bump|bump up|adjust|make|modify|edit',
		{ kind: 'set' }
	),
	...phrases('swap|swap out|switch|switch out|replace|substitute|exchange|trade|sub', {
		kind: 'swap'
	}),
	...phrases(
		'is|are|was|were there|does|did|is it|{is,are,was,were} there|{is,are} there any|do {i,we,you}|do {i,we} {,still ,already }{have,need}|' +
			'do {i,we} have any|will {i,we} need|have {i,we,you} {,got}|had i|did {i,we,you}|should {i,we}|am i|are we|' +
			'{im,i am,} not sure {if,whether}|i dont know {if,whether}|i {cant,dont} remember {if,whether}|im wondering {if,whether}|' +
			'if {theres,there is,there are}|if {theres,there is,there are} no|if {i,we} {have no,dont have}|if {i,we} dont have any|' +
			'if {im,were} out of|{check,see,look,find out} {if,whether}|check to see if',
		{ kind: 'ask' }
	),
	...phrases(
		'what|whats|what {is,are}|which|where|wheres|when|why|who|whos|how|how {many,much}|hows|tell|tell {me,us}|let me {know,see,hear}|' +
			'show|show {me,us}|list {out,off,down,my,the,all,everything,things,groceries,products,items,what}|display|view|view my|open|' +
			'open {up,my,the}|{pull,bring} up|look {up,at,through,over,for}|{go,run} {over,through}|read|' +
			'read {me,my,the,out,off,back,through}|recite|see|see my|hear|know|find|find out|locate|give me|give me {my,the}|' +
			'check {my,the list,on,for,that,and see}|verify|confirm|i wonder|i wonder {if,what,whats}|name {the items,everything}|search|' +
			'search for|{i,} {forgot,cant remember,dont remember,dont know} {what,whats}|remind me {what,whats}|do you {know,think}|say|access|' +
			'print|describe|any|anything|anything {else,left}|{,the }{price,cost} {of,for}',
		{ kind: 'show' }
	),
	...phrases(
		'create|start|begin|build|generate|set up|{clear,empty,wipe} {,out,off,up}|reset|rename|share|send|email|text|sort|archive|' +
			'restore|duplicate|copy|trash|throw {away,out}|dump|close|save|finish|start over|organize|new|merge|discard|destroy',
		{ kind: 'manage' }
	),
	...phrases(
		'{,no }{scratch,forget} that|forget it|{cancel,delete,undo,strike,not} that|{never mind,nevermind}|{never mind,nevermind} that',
		{ kind: 'retract' }
	),
	...phrases(
		'no wait|wait no|wait|no no|actually|{,no }{i mean,i meant,sorry}|sorry {i mean,i meant}|oops|or rather|rather|' +
			'{,no ,lets ,better }make {it,that,them}|actually no|no actually|{,no }lets say|change {that,it} to|on second thought|' +
			'well actually|oh wait|hold on|i meant to say|correction',
		{ kind: 'correct' }
	)
]);

function act(action: ItemAction, list: string): [string, Verb][] {
	return phrases(list, { kind: 'act', action });
}

function phrases(list: string, verb: Verb): [string, Verb][] {
	return expandPhrases(list).map((phrase) => [phrase, verb]);
}
