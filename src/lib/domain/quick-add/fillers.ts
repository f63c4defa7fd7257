import { phraseList } from './phrases.ts';

/** Words of politeness and hesitation in front of a verb; the subject of a sentence is no more than that here. */
export const FILLERS = phraseList(
	[
		'please|pls|plz|kindly|please and thank you|hey|hi|hello|ok|okay|alright|so|well|um|uh|uhm|er|hmm|oh|oh and|also|then|now|just',
		'already|still|probably|yes|yeah|yep|next|first|no|basically|anyway|anyways|instead|again|you know|you know what|let me think',
		'be a {dear,love,star} and|{,it }{looks,seems} {like,as if}|{my,our,the} {wife,husband,partner,mom,dad,son,daughter,kids,baby,dog,cat}',
		'{mom,dad,mum,grandma,grandpa,everyone,everybody}|i|we|you|im|i am|were|we are|ive|weve|{i,we} have|{i,we} {may,might,may as well,might as well,will,also,really,still,just,definitely,probably}',
		'{i,we} {think,guess,believe,suppose,realized,noticed} {,that}|{could,can,will,would} {you,u}|{can,could,may} {i,we}|you {can,could}',
		'{it,that} would be {great,nice,good} if you could|if you could|if you {can,would,dont mind}|id appreciate it if you|would you mind|mind',
		'i was {wondering,hoping,thinking} {,that }{if,} you could|i was {thinking,hoping,wondering} {,that}|{would you be,are you} {willing,able} to',
		'{would it be,is it} {possible,ok} {,for you }to|is there any way {to,you can}|do me a favor|do me a favor and|go ahead and|go and',
		'feel free to|try to|help me|be so kind {and,as to}|time to|{i,we} {want,need,would like,have} {,you ,u ,for you }to',
		'{id,wed} {like,love} {,you ,for you }to|need to|want to|have to|{i,we} {wanna,gotta,should,must}|{ive,weve} got to|{you,we} need to',
		'{i,we} {forgot,meant,wanted} to|lets|let {us,me}|i suggest {,we}|may i suggest {,we}|{make sure,ensure} {to,you,we,that you,that we}',
		'be sure {to,you}|remember to|{dont,do not} forget to|dont let me forget to|remind {me,us} {to,that i need to}',
		'make a note {to,that,of}|add a {note,reminder} {to,for}|{set,create} a reminder to|how about|how about we|what about|maybe',
		'alexa|siri|google|olly|{hey,ok} {google,siri,alexa,olly}|{while,when} {youre,were,im} at it|by the way|one more thing',
		'if {not,none,so}|if {it,there} {isnt,is not}|if its not|if its not there|if {they,there} {arent,are not}|if theyre not',
		'if {i,we} {dont,do not,havent}|if {im,were} out|in that case'
	].join('|')
);

/** What may stay out of an item that has no verb: the others would take words of the name with them. */
export const SOFT_FILLERS = phraseList(
	'please|pls|plz|please and thank you|hey|hi|hello|ok|okay|alright|um|uh|uhm|er|hmm|oh|also|yes|yeah|how about|what about|maybe|' +
		'then|basically|you know|you know what|let me think|lets see|let me see|well|so|{i,we} {think,guess,suppose,was thinking}'
);
