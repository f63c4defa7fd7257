import { createPhrases, phraseList } from './phrases.ts';
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

/** Words of politeness and hesitation in front of a verb. */
export const FILLERS = phraseList(
	'please|pls|plz|kindly|it would be great if you could|it would be nice if you could|i was wondering if you could|' +
		'hey|hi|hello|ok|okay|so|well|um|uh|uhm|er|hmm|oh|also|then|now|just|yes|yeah|yep|next|first|' +
		'can you|can u|could you|could u|will you|will u|would you|would u|can we|can i|could i|could we|may i|may we|' +
		'you can|you could|would you mind|would you be willing to|would you be able to|are you able to|would it be possible to|' +
		'is it possible to|is it possible for you to|is it ok to|is there any way you can|is there any way to|do me a favor and|' +
		'do me a favor|go ahead and|go and|feel free to|try to|help me|be so kind and|be so kind as to|id appreciate it if you|' +
		'i want you to|i need you to|i want u to|i need u to|i need for you to|i would like you to|id like you to|i would like for you to|' +
		'id like for you to|i want for you to|i want to|i need to|i have to|i would like to|id like to|i wanna|i gotta|ive got to|' +
		'i should|i must|we want to|we need to|we have to|we would like to|wed like to|we should|we gotta|we must|you need to|you should|' +
		'lets|let us|let me|make sure to|make sure you|make sure we|make sure that you|make sure that we|be sure to|be sure you|' +
		'remember to|dont forget to|do not forget to|dont let me forget to|remind me to|remind us to|remind me that i need to|' +
		'may i suggest we|i suggest we|how about we|how about|what about|maybe|alexa|siri|google|hey google|ok google|hey siri|' +
		'while youre at it|by the way|one more thing|if not|if it isnt|if it is not|if its not|if they arent|if theyre not|' +
		'if i dont|if i do not|if we dont|if i havent|if its not there|if it isnt there|if none|if there isnt|if there arent|' +
		'if im out|if were out|if so|in that case'
);

/** What may stay out of an item that has no verb: the others would take words of the name with them. */
export const SOFT_FILLERS = phraseList(
	'please|pls|plz|hey|hi|hello|ok|okay|um|uh|uhm|er|hmm|oh|also|yes|yeah|how about|what about|maybe'
);

/** Said to the app, and only alone: nothing to add. */
const PLEASANTRIES =
	'thanks|thank you|thanks a lot|thank you very much|thx|ty|great|cool|perfect|awesome|nice|good job|good morning|good night|bye|goodbye|stop|undo|help|cancel|' +
	'no|nope|yes|yeah|yep|ok|okay|hi|hello|hey|never mind|nevermind|sorry|test|thats all|thats it|that is all|nothing|nothing else|done|im done|all done|no thanks|no thank you';

export const VERBS = createPhrases<Verb>([
	...phrases(PLEASANTRIES, { kind: 'manage' }),
	...act(
		'add',
		'add|readd|re-add|re add|add in|add on|add up|put|put down|put in|get|get me|get us|get some more|grab|grab me|buy|buy me|buy us|' +
			'pick up|pick me up|insert|include|enter|write|write down|note|note down|jot down|mark down|throw in|toss in|tack on|stock up on|order|' +
			'order me|purchase|bring|bring home|bring me|need|want|i need|i need some more|we need|you need|i will need|ill need|we will need|well need|' +
			'im going to need|im gonna need|were going to need|were gonna need|i do need|i still need|we still need|i also need|' +
			'we also need|i want|we want|i would like|id like|wed like|gotta get|need to get|need to buy|dont forget|do not forget|' +
			'dont let me forget|remember|remind me|remind me to get|remind me to buy|remind me of|make sure|make sure that|make sure i get|make sure we get|' +
			'im out of|i am out of|were out of|we are out of|im all out of|were all out of|im nearly out of|im almost out of|' +
			'were almost out of|out of|all out of|fresh out of|almost out of|i ran out of|we ran out of|ran out of|im running out of|' +
			'were running out of|running out of|i am running out of|im running low on|were running low on|i am running low on|we are running low on|' +
			'running low on|low on|im low on|i am low on|were low on|we are low on|getting low on|short on|im short on|were short on|' +
			'i have no|we have no|i have no more|theres no|there is no|theres no more|i dont have any|i dont have|we dont have any|we dont have|' +
			'i do not have any|i used up|we used up|i finished|we finished|i used the last of|i just used the last of|i used the last|' +
			'we used the last of|should have|is missing|missing|could use|i could use|we could use|i could use some|should include|needs|has to have|must have'
	),
	...act(
		'remove',
		'no more|remove|scrap|cross out|delete|erase|drop|scratch|scratch off|take off|take out|take away|lose|forget|forget about|get rid of|cancel|skip|nix|' +
			'strike|strike off|strike out|ditch|omit|exclude|leave off|leave out|pull off|eliminate|dont need|do not need|' +
			'i dont need|i dont need any|i do not need|we dont need|we do not need|dont need any|dont need any more|i dont need any more|' +
			'we dont need any|we dont need any more|no longer need|i no longer need|we no longer need|dont want|i dont want|we dont want|' +
			'i dont want any|dont get|dont buy|do not buy|do not get|dont add|do not add|dont bother with|never mind the|nevermind the|' +
			'no need for|theres no need for|get off|uncheck and remove'
	),
	...act(
		'check',
		'check off|tick off|cross off|mark off|check|tick|complete|got|got the|i got|we got|i have got|i just got|already got|' +
			'i already got|we already got|bought|i bought|we bought|i just bought|just bought|already bought|i have bought|ive bought|' +
			'picked up|i picked up|we picked up|grabbed|i grabbed|we grabbed|i found|found|already have|i already have|we already have|' +
			'ive got|weve got|ive already got|weve already got|done with|im done with|finished with|purchased|i purchased'
	),
	...phrases('take|pull', { kind: 'particle', action: 'remove' }),
	...phrases('cross', { kind: 'particle', action: 'check' }),
	...phrases('mark|stick|slap|toss|place|throw|list|have|jot', { kind: 'particle', action: 'add' }),
	...phrases(
		'set|change|update|increase|decrease|reduce|raise|lower|bump|bump up|adjust|make|make the|modify|edit',
		{
			kind: 'set'
		}
	),
	...phrases('swap|swap out|switch|switch out|replace|substitute|exchange|trade|sub', {
		kind: 'swap'
	}),
	...phrases(
		'do i still need|do we still need|will i need|is it|is|are|was|were|is there|are there|is there any|are there any|do i have|do we have|do i have any|do we have any|do i need|do we need|' +
			'have i got|have we got|have i|have we|have you|had i|did i|did we|did you|does|do you have|do i|do we|do you|did|' +
			'im not sure if|i am not sure if|not sure if|im not sure whether|i dont know if|i cant remember if|i dont remember if|' +
			'if theres|if theres no|if there is no|if i have no|if we have no|if i dont have|if i dont have any|if we dont have|if we dont have any|' +
			'if im out of|if were out of|check if|check whether|check to see if|see if|see whether|find out if|look if|can you check if|should i|should we|am i|are we',
		{ kind: 'ask' }
	),
	...phrases(
		'what|whats|what is|what are|which|where|wheres|when|why|who|whos|how|how many|how much|hows|tell|tell me|tell us|let me know|' +
			'let me see|let me hear|show|show me|show us|list out|list off|list my|list the|list all|list everything|list things|list groceries|list products|display|view|view my|' +
			'open|open up|open my|open the|pull up|bring up|look up|look at|look through|look over|go over|go through|run through|read|read me|read my|' +
			'read the|read out|read off|read back|read through|recite|see|see my|hear|know|find out|give me my|give me the|check my|' +
			'check the list|check on|check for|check that|check and see|verify|confirm|look for|find out what|i wonder if|give me|find|locate|list items|list what|list down|name the items|name everything|search|search for|remind me what|do you know|say|access|print|' +
			'describe|any|anything|anything else|anything left|can you see',
		{ kind: 'show' }
	),
	...phrases(
		'create|start|begin|build|generate|set up|clear|clear out|clear off|clear up|empty|empty out|wipe|wipe out|reset|rename|share|' +
			'send|email|text|sort|archive|restore|duplicate|copy|trash|throw away|throw out|dump|close|save|finish|start over|organize|' +
			'new|merge|discard|destroy',
		{ kind: 'manage' }
	),
	...phrases(
		'scratch that|no scratch that|forget that|forget it|cancel that|never mind|nevermind|never mind that|nevermind that|not that|' +
			'delete that|undo that|strike that|no forget that|actually never mind|actually scratch that|oh wait scratch that|remove that last one',
		{ kind: 'retract' }
	),
	...phrases(
		'no wait|wait no|wait|actually|i mean|i meant|no i mean|no i meant|sorry|no sorry|sorry i mean|sorry i meant|oops|or rather|' +
			'rather|make it|make that|make them|no make it|no make that|actually make it|actually make that|actually no|no actually|' +
			'wait make it|wait make that|no wait make it|no wait make that|sorry make it|sorry make that|change that to|change it to|' +
			'on second thought|well actually|oh wait|hold on|no lets say|lets say|lets make it|lets make that|better make it|better make that|' +
			'no no|wait actually|oops i mean|i meant to say|correction',
		{ kind: 'correct' }
	)
]);

function act(action: ItemAction, list: string): [string, Verb][] {
	return phrases(list, { kind: 'act', action });
}

function phrases(list: string, verb: Verb): [string, Verb][] {
	return list.split('|').map((phrase) => [phrase, verb]);
}
