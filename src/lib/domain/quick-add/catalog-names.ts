/**
 * Names from the built-in catalog, folded and singular, in groups: the last word, and what stands before it (nothing, for
 * a name of one word). Written by `node scripts/lexicon.ts`.
 */
export const CATALOG_NAMES = `7up:
80/20:ground beef
acetaminophen:
acv:
adobo:
advil:
aid:band,kool,sleep
alcohol:isopropyl,rubbing
alfredo:
allspice:
almond:,sliced,slivered
almondmilk:
anchovy:
antacid:
antihistamine:
antiperspirant:
aple:
apple:,fuji,honey crisp,honeycrisp
applesauce:
arrachera:
artichoke:canned
arugula:
asada:carne
asparagus:
aspirin:
aubergine:
avocado:
bacon:,sliced,turkey
bag:13 gallon trash,30 gallon trash,bin,contractor,dog waste,doggie,freezer,garbage,lawn,poop,sandwich,storage,tall kitchen,trash,yard,zip lock,zipper
bagel:,cinnamon raisin,pizza
baguette:
ball:cotton,meat,mozzarella
balloon:
balm:lip
baloney:
balsamic:
banana:
bandage:
bar:breakfast,candy,cereal,chocolate,energy,fig,fruit,fudge,granola,ice cream,protein,soap
base:pizza
basil:
basmati:
battery:
bayleaf:
bbq:
bean:,bbq,chili no,chili with,coffee,cut green,garbanzo,great northern
bear:gummy,honey
beef:,cubed,minced,roast,sliced roast
beer:
beet:
beetroot:
berry:allspice,black,frozen,frozen mixed
bhindi:
bicarb:
bicarbonate:soda,sodium
binky:
birdseed:
biscuit:,buttermilk,refrigerated,sausage,sausage egg and cheese
bismol:pepto
bismuth:
bisquick:
bite:chicken,pizza
blackberry:
blanc:sauvignon
blanco:queso
bleach:
blend:american salad,berry,mexican
block:cheddar,parmesan,sun
blueberry:
bocconcini:
bodywash:
bolillo:
bologna:,beef
bone:dog
bottle:baby
bouillon:,beef,chicken
bouquet:,flower
box:beef pasta
bran:raisin
brat:
bratwurst:
bread:,12 grain,english muffin,garlic,naan,oat,pita,sliced,sliced white,sourdough
breadcrumb:,panko
breast:chicken,turkey
bred:
brew:cold
brick:cream cheese
brie:
brief:adult
briquette:,charcoal
brisket:,beef
broccoli:
broil:london
broom:
broth:,beef,chicken,vegetable,veggie
brown:hash,shredded hash
brush:tooth
brussel:
bubblegum:
bud:cotton
bulb:,60 watt
bullion:
bun:,burger,cinnamon,frankfurter,hamburger,hotdog,sub
burger:,black bean,veggie
burrito:,bean and cheese,beef and bean
butt:boston,pork
butter:,almond,cashew,cookie,no salt,nut,peanut,stick,sweet cream
buttermilk:
butternut:
c:vitamin
cabbage:,shredded
cabernet:
cake:,cheese,cream filled,cup
can:cat food
candle:,cake
candy:,chocolate,chocolate button,cinnamon,gummy
canned:corn,tomato soup
cantalope:
cantaloupe:
cantelope:
canteloupe:
capellini:
caper:,nonpareil
capsicum:
capsule:coffee
card:,thank you
cardamom:
carne:chili con
carrot:,pea and
cashew:
catchup:
catfish:
catfood:
catsup:
cauliflower:
cayenne:
celery:
cereal:,chocolate,cinnamon,cinnamon square,cocoa,corn flake,granola,honey oat,marshmallow,marshmallow oat,rice,toasted oat
cetirizine:
champagne:
chapstick:
charcoal:
chardonnay:
cheddar:,grated,shredded
chee:kim
cheerio:,honey nut
cheese:,boxed mac and,brie,cheddar,colby,cream,feta,gouda,grated,grated parmesan,mac and,mascarpone,mozzarella,paneer,parmesan,pizza,provolone,ricotta,shredded,shredded cheddar,shredded mozzarella,sliced,swiss
cheesecake:,new york
cherry:
chese:,cream
chew:dental,dog,fruit
chi:kim
chia:
chicken:,cooked whole,minced,popcorn,roast
chickpea:
chile:chipotle,diced green,green,jalapeno,poblano,red
chili:
chily:bird eye,chopped green,fresh,green,red,thai,tomato and green
chip:,chocolate,nacho cheese,pickle,potato,sour cream and onion,sour cream and onion potato,tortilla,vanilla
chipotle:,adobo
chive:
choclate:
chocolate:,candy coated
choi:bok,pak
chop:lamb,lamb loin,pork,pork loin
chorizo:,beef,pork
chow:puppy
choy:bok,pak
chuck:,beef
chunk:beef,chocolate,pineapple
cider:,apple
cilantro:
cinnamon:
cleaner:
cleanser:face,facial
clementine:
clenex:
clingfilm:
cloth:cleaning,dish,microfiber
clove:
cluster:granola
cob:corn
cocktail:cranberry,cranberry juice
cocoa:
coconut:,shredded
cod:
coffee:,dark roast,decaf,medium roast,single serve,whole bean
cojack:
coke:
cola:,zero sugar
colby:
coleslaw:
collar:flea
collard:
color:food
coloring:food
conditioner:
condom:
cone:cake,ice cream,sugar,waffle
container:meal prep,plastic,storage
cookie:,choc chip,chocolate chip,chocolate creme,cream filled,vanilla wafer
coriander:
corn:,pop
cornbread:
corndog:
cornflake:
cornflour:
cornmeal:
cornstarch:
cotton:
courgette:
cous:cous
couscous:
cowpea:
crab:canned,imitation
crabmeat:
cracker:,butter,fish shaped,goldfish,graham,ritz,saltine,soda
craisin:
cranberry:
cream:,coffee,diaper,ice
creamer:,coffee,french vanilla
crema:
creme:ice,sour
crisco:
crisp:,chili,potato
crispy:rice
croissant:,butter
crouton:,salad
crumb:bread
crumble:blue cheese,feta
crumpet:
crust:graham,graham cracker,pastry,pie,pizza,refrigerated pie
cube:beef,bouillon,ice
cucumber:
cuke:
cumin:
cup:,guacamole,peanut butter,phyllo,pudding,rice,yogurt
cupcake:
curd:bean
curl:cheese
curry:
cut:cold
cutlery:plastic
cuty:
d:vitamin
d3:vitamin
dal:
date:,chopped,pitted
decaf:
decongestant:
deodorant:
detergent:
diaper:
dijon:
dill:
dinner:frozen,microwave,skillet,tv
dip:cheese,chip,onion,queso,sour cream
dishcloth:
ditalini:
dog:corn,hot
donut:,chocolate,powdered sugar,yeast
dough:biscuit,cinnamon roll,cookie,crescent,crescent roll,filo,phyllo,pie,pizza,pizza crust,puff pastry,refrigerated cookie,refrigerated pizza
doughnut:
dressing:,ranch,salad
drink:bottled coffee,electrolyte,energy,fruit,protein,soft,sport
drop:cough,eye
drumstick:,chicken
dummy:
dumpling:
dustpan:,broom and
dye:food
edamame:,shelled
egg:,18 - count large
eggnog:
eggo:
eggplant:
eggroll:
elbow:
entree:frozen
envelope:
eraser:cleaning,magic
espresso:instant
essence:vanilla
evoo:
expresso:
extract:almond,vanilla
eyedrop:
facewash:
farina:
febreze:
fennel:
feta:
fettuccine:
fettuccini:
fettucini:
filet:salmon
fillet:anchovy,catfish,chicken breast,chicken thigh,cod,fish,pork,salmon,tilapia
film:cling
filter:,coffee
finger:chicken,fish
finocchio:
fish:,tuna
flake:basil,chile,chili,coconut,corn,fish,frosted,hot pepper,parsley,potato,red pepper
flank:
flavoring:almond,vanilla,water
flax:
flaxseed:
floret:frozen broccoli
floss:
flour:,almond,corn,corn masa,pizza
flower:
foam:shaving
foil:
food:baby,bird,cat,dog,fish,goldfish,kitten,puppy
fork:plastic
formula:
frankfurter:
freshener:air
freshner:air
frosting:,cake,chocolate,vanilla
fruit:frozen,kiwi
fry:,steak,waffle
fryer:chicken
fudge:hot
fuji:
fusilli:
gallo:pico de
garbanzo:
garlic:,chopped,minced
gatorade:
gel:hand,shave,shaving,shower
gelatin:,strawberry
gelato:
ghee:
gherkin:
ginger:
gingerale:
gingerroot:
glaze:balsamic
glove:cleaning,dish,disposable,latex,nitrile,rubber
glue:
gnocchi:,potato
gochujang:
gold:yukon
goldfish:
gorgonzola:
gouda:
graham:
granola:,oat
granule:garlic,instant coffee
grape:
grapefruit:
gravy:,beef,turkey
green:baby,collard,field,mixed,salad,spring
grigio:pinot
grinder:pepper,salt
grit:
ground:coffee
guac:
guacamole:
gum:,sugar free
gummy:,vitamin c
gyoza:
hair:angel
hairspray:
halapeno:
half:cashew,half n,pecan,walnut
halo:
ham:,cooked,honey,sliced
hamburger:
handsoap:
harina:masa
hashbrown:
heart:artichoke
helper:hamburger
herb:italian,mixed
hoisin:
hole:donut
honey:
honeycrisp:
hotdog:
hummus:,garlic
ibuprofen:
ice:,crushed
iceberg:
icecream:,vanilla
icing:
insecticide:
its:cheeze
jack:colby,monterey,pepper
jalapeno:
jam:,grape,strawberry
jar:baby food
jeera:
jelly:,grape,strawberry
jerky:,beef,turkey
jimmy:
juce:apple,orange
jug:water
juice:,apple,cranberry,grape,grapefruit,lemon,lime,pineapple,v8,vegetable,veggie
kale:
kcup:
kefir:
kernel:corn,popcorn,sunflower
ketchup:,tomato
kibble:
kielbasa:
killer:pain
kimchee:
kimchi:
kit:lunch,salad
kiwi:gold,green
kiwifruit:
kleenex:
kombucha:
koolaid:
krab:
kraut:
krispy:rice
lactaid:
lager:
lamb:
lard:,pork
lasagna:
lasagne:
laxative:
leaf:bay
leather:fruit
leek:
leg:chicken
lemon:
lemonade:
lentil:
lettuce:,iceberg,romaine
lightbulb:
lighter:
lime:
liner:
linguine:
link:little,sausage
linseed:
liquid:dish,dishwashing,stomach relief,washing up
liter:kitty
litter:
loaf:french,italian
log:goat cheese
loin:pork
lolly:ice
loratadine:
lotion:
lox:
lozenge:
lunchable:
lunchmeat:
macaroni:,elbow
macncheese:
maiz:tortilla de
mallow:marsh
mandarin:
mangetout:
mango:
manteca:
margarine:
margerine:
marinade:stir fry,teriyaki
marinara:
marker:
marmalade:
marshmallow:
masa:,instant corn
masala:
mascarpone:
match:
matchstick:
mayo:
mayonaise:
mayonase:
mayonnaise:
meal:almond,corn,flax,frozen
meat:burger,carnita,crab,deli,fajita,ground turkey,hamburger,lunch,luncheon,pulled pork,sandwich,stew,walnut
meatball:
medicine:allergy,cold,cold and flu,constipation,cough,day and night cold,flea,flu,pain,sinus,upset stomach
melatonin:
melon:water
melt:yogurt
merlot:
mesclun:
mexican:4 cheese
mignon:filet
milanesa:
milk:,almond,butter,choclate,chocolate,coconut,oat,vitamin d
mince:,beef,pork,turkey
mint:
miso:
mix:baking,biscuit,brownie,cake,cocoa,coleslaw,complete pancake,corn bread,corn muffin,cornbread,drink,flapjack,fruit and nut,gelatin,gelatin dessert,gravy,hot chocolate,hotcake,lemonade,mashed potato,nut,pancake,pudding,ranch dip,ranch dressing,ranch seasoning,rice,rice and vermicelli,salad,slaw,soup,spring,stuffing,taco,taco seasoning,trail,waffle
mlik:
moisturizer:
molass:
morsel:chocolate
moscato:
mostaccioli:
mousse:hair
mouthwash:
mozzarella:,shredded
muffin:,blueberry
multivitamin:
mushroom:,shiitake,sliced
muskmelon:
mustard:,dijon
naan:,garlic
napkin:,paper
nappy:
nectarin:
nectarine:
negro:frijole
nog:egg
noir:pinot
noki:
nonpareil:
noodle:,bean thread,egg,elbow,lasagna,lasagne,macaroni,pad thai,ramen,rice,spaghetti
nori:
notebook:
nugget:,chicken
nut:,cashew,pistachio
nutella:
nutmeg:
o:jell
oat:,porridge
oatmeal:
oatmilk:
oelek:sambal
oil:,avocado,chili,coconut,olive,salad,sesame,sesame seed,soybean,vegetable
ointment:antibiotic,diaper,first aid
oj:
okra:
oleo:
olive:,pitted black,sliced
onion:,salad,vidalia
opener:drain
orange:
oregano:
oreo:
orzo:
oyster:smoked
pac:laundry
pacifier:
packet:drink mix,gelatin,gravy,oatmeal,ranch,sweetener,taco,taco seasoning,yeast
pad:,cotton,swiffer
pam:
pan:aluminum,disposable,foil,foil baking,roasting
pancake:
pancetta:,diced
paneer:
panko:
pant:training
pantiliner:
pantyliner:
papaya:
paper:,copy,notebook,parchment
papertowel:
paprika:
paracetamol:
parchment:
parm:
parmesan:
parmigiano:
parsley:
passata:
pasta:,chickpea,elbow,lentil,linguine,orzo,penne,rotini,shell,spaghetti
paste:anchovy,curry,garlic,gochujang,korean chili,miso,red pepper,sesame,tahini,tomato,tooth
pastry:filo,puff,puffed,toaster
patty:beef,burger,hamburger,hash brown,veggie
pb:
pea:,sugar
peach:
peanut:
peanutbutter:
pear:
pearl:mozzarella
pecan:,chopped
pen:
penne:
pepita:
pepper:,cayenne,chipotle,crushed red,jalapeno,poblano,red chili
peppercorn:
pepperjack:
peppermint:
pepperoni:,sliced
pepto:
peroxide:
pesto:,basil
phyllo:
pick:floss,tooth
pickle:,dill
pico:
pie:,apple,oatmeal creme,pumpkin
piece:pecan,walnut,wing
pignoli:
pilaf:rice
pill:allergy,sleeping
pimenton:
pineapple:
pinenut:
pistachio:,shelled
pita:
pizza:,bagel,cheese,pepperoni
pla:nam
plant:egg
plantain:
plaster:
plasticware:
platano:
plate:,paper
plum:
poblano:
pocket:ham and cheese,pita,pizza,stuffed sandwich
pod:cardamom,chinese pea,coffee,detergent,dish,dishwasher,laundry,snow pea,tide
pop:,ice,lemon lime,soda
popcicle:
popcorn:,butter
poppyseed:
popsicle:
poptart:
pork:,minced
porkchop:
porridge:
portobello:baby
potato:,creamer,mashed,new
potsticker:
pouch:baby,baby food,juice,rice,toddler food
powder:baking,cacao,carpet,chile,chili,chipotle,cinnamon,cocoa,coriander,cumin,curry,espresso,garlic,gelatin,ginger,jelly,mustard,nutmeg,onion,protein,turmeric,washing,whey
prawn:
preserve:,strawberry
pretzel:
pringle:
prosciutto:
proscuitto:
prosecco:
protein:whey
provolone:
pudding:,vanilla
puff:baby,cheese,cheesy,cheeze,chocolate,potato
pumpkin:
punch:
puree:baby,pumpkin,tomato
qtip:
queso:
quinoa:
radish:
rag:cleaning
raisin:
ramen:
ranch:,buttermilk
raspberry:
ravioli:,cheese,refrigerated
rawhide:
razor:
reducer:kid fever
refill:mop,swiffer
refresher:fabric
reggiano:parmigiano
rehydration:oral
reliever:pain
relish:,dill,pickle
remover:soap scum,stain
repellent:insect,mosquito
rib:
ribeye:
rice:,90 second,basmati,cauliflower,risotto
ricotta:,whole milk
rigate:penne
ring:oat,onion,pineapple,shrimp
rinse:creme,mouth
risotto:
ritz:
roast:,beef,chuck,pork,pork loin,pork shoulder
rocket:
roja:salsa
roll:,bread,cinnamon,hamburger,paper towel,pizza,refrigerated cinnamon,sausage,swiss,yeast
roma:
romaine:
root:ginger
rootbeer:
rose:
rosemary:
rotel:
rotini:
round:cotton
ryce:
sage:
salad:,potato
salami:
salmon:
salsa:,tomatillo,tomato
salt:,garlic
saltine:
sambal:
sandwich:breakfast,ice cream,pocket
sanitizer:
sardine:
satsuma:
sauce:alfredo,apple,barbecue,barbeque,bbq,cheese,chile garlic,chili,chili garlic,chocolate,cranberry,duck,enchilada,general tso,hoisin,hot,marinara,meat,orange chicken,oyster,pasta,pepper,pesto,picante,pizza,plum,red,rooster,soy,spagetti,spaghetti,sriracha,steak,stir fry,taco,teriyaki,tomato,wooster,worcester,worcestershire
sauerkraut:
saurkraut:
sausage:,pork,sage
scallion:
scrub:body,exfoliating,sugar
seasoning:adobo,all purpose,blackened,cajun,creole,italian,poultry,ranch,taco
seaweed:
seed:chia,coriander,flax,poppy,pumpkin,sesame,sunflower
seltzer:
serviette:
sesame:
shake:meal replacement,nutrition,nutritional,protein
shaker:parmesan cheese
shallot:
shampoo:
sharpy:
sheet:drier,dryer,fabric softener,lasagna,nori,puff pastry,seaweed
shell:,pasta,pie,tortilla
sherbet:
shiitake:
shortening:,vegetable
shoulder:pork
shrimp:,cooked,peeled,salad
silantro:
silverware:plastic
single:,cheese
sirloin:
skin:wonton
slaw:broccoli,cole,deli
slice:bacon,cheese,honey ham,luncheon,pepper jack,pepperoni,pineapple,provolone,turkey
smith:granny
snack:baby,dog,fruit,pudding
soap:
soda:,2 - liter,cola,lemon lime,sugar free
softener:fabric,stool
solution:contact,contact len,electrolyte,mopping
soother:
soup:,chicken noodle,mushroom,onion,tomato
sourdough:
soybean:
soymilk:
spagetti:
spaghetti:
spam:
sparerib:
spear:dill pickle
spearmint:
spice:5,all
spinach:,chopped
splenda:
sponge:
spoon:plastic
spray:ant,ant and roach,baking,bug,cleaning,cooking,disinfecting,fabric,hair,mosquito,nonstick,odor,oil,pam,roach,room,sanitizing,wasp
spread:butter,buttery,chocolate,hazelnut,sandwich,vegetable oil
sprinkle:,cake
sprite:
sprout:bean,brussel
spud:
square:cheese
squash:,butternut,cubed butternut
sriracha:
starch:corn
steak:,flank,new york strip,ribeye,salmon,sirloin
stevia:
stick:chap,crab,french,french toast,lip balm,stain
sticker:pot
stix:cheese
stock:,beef,vegetable
straw:,onion,paper
strawberry:
strip:bacon,chicken breast,new york,ny
stuffing:,bread,cornbread,turkey
substitute:sugar
sugar:,10 x,icing
sultana:
sunblock:
sunscreen:
suppressant:cough
surimi:
swab:alcohol,cotton
sweetener:,stevia
swiffer:
swiss:,sliced
syrup:,chocolate,corn,pancake
tab:dishwasher
tabasco:
tablet:allergy,antacid,dishwasher,heartburn,ibuprofen,toilet,vitamin c
tagliatelle:
tahini:
tamari:
tampon:
tangerine:
tape:,clear
tater:
tea:,ginger,ice,peppermint
tear:artificial
teether:
tender:chicken,chicken breast
tenderloin:beef,chicken,pork
teriyaki:
thermometer:
thigh:,chicken
thyme:
tidbit:pineapple
tilapia:
tinfoil:
tip:q
tissue:
toast:french,garlic,texa
tofu:
tomatillo:
tomato:,cherry,chopped,crushed,diced,grape,plum,roma
tonic:
toothbrush:
toothpaste:
toothpick:
topping:frozen,ice cream,salad,whipped
tortellini:,cheese
tortilla:,burrito,corn,flour
tot:,frozen potato,tater
totopo:
towel:kitchen,paper
tp:
trailmix:
trap:ant
trashbag:
treacle:
treat:cat,crispy rice,dog,dog dental,kitty,marshmallow,rice cereal,rice crispy
treatment:flea,flea and tick
tum:
tuna:
tunafish:
turkey:,sliced
turmeric:
twist:pretzel
tylenol:
tylonol:
unclogger:drain
underwear:incontinence
utensil:disposable,plastic
v8:
vanilla:
vaseline:
vegetable:,stir fry
veggie:,stir fry
velveeta:
verde:salsa
vermicelli:,rice
vert:haricot
vidalia:
vinaigrette:
vinegar:,balsamic,cider,wine
vitamin:,gummy
wafer:vanilla
waffle:,eggo
wah:keen
walnut:,chopped
wash:baby,body,face,mouth
water:,seltzer,soda,tonic,tuna in
watermelon:
weeny:
weiner:
wheat:mini,shredded
wheel:brie
whip:cool,heavy,miracle
white:egg
whole:chicken,turkey
wiener:
wine:
wing:,chicken
wingette:chicken
wipe:,diaper
wonton:
worcestershire:
worm:gummy
wrap:,spinach,tortilla
wrapper:dumpling,egg roll,gyoza,wonton
yam:
yeast:,bread machine
yogert:
yoghurt:
yogurt:,strawberry,vanilla
yolk:egg
ziploc:
zucchini:
zucchinis:
zuccini:
zuchini:`;
