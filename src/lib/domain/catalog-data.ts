/**
 * The built-in catalog as CSV: what households buy, the words they say for it, one common pack and a sample price in
 * cents. A string, because plain Node, the bundler and the browser all load one without help. The rules its rows keep
 * are in `catalog-data.test.ts`.
 */
export const EMBEDDED_CSV = `id,name,aliases,department,aisle,sold_by,pack_amount,pack_unit,counted_as,piece_grams,sample_cents,taxable
gen_bananas,Bananas,bananna|bannana|yellow bananas,Produce,Fresh Fruit,weight,1,lb,piece,118,56,0
gen_gala-apples,Gala apples,apples|red apples|eating apples|fresh apples|aples,Produce,Fresh Fruit,weight,1,lb,piece,182,147,0
gen_fuji-apples,Fuji apples,fuji,Produce,Fresh Fruit,weight,1,lb,piece,190,165,0
gen_honeycrisp-apples,Honeycrisp apples,honey crisp apples|honeycrisp,Produce,Fresh Fruit,weight,1,lb,piece,200,195,0
gen_granny-smith-apples,Granny Smith apples,green apples|granny smith|tart apples|baking apples|cooking apples,Produce,Fresh Fruit,weight,1,lb,piece,180,168,0
gen_navel-oranges,Navel oranges,oranges|orange zest|naval oranges|eating oranges|orenges,Produce,Fresh Fruit,weight,1,lb,piece,170,136,0
gen_mandarins,Mandarins,clementines|tangerines|cuties|halos|satsumas|easy peel oranges,Produce,Fresh Fruit,each,3,lb,piece,74,462,0
gen_lemons,Lemons,lemmons|fresh lemons|lemon zest|lemon wedges,Produce,Fresh Fruit,each,1,ct,piece,84,57,0
gen_limes,Limes,fresh limes|key limes|lime wedges|lime zest,Produce,Fresh Fruit,each,1,ct,piece,67,33,0
gen_grapefruit,Grapefruit,ruby red grapefruit|pink grapefruit|red grapefruit,Produce,Fresh Fruit,each,1,ct,piece,246,96,0
gen_red-seedless-grapes,Red seedless grapes,grapes|red grapes|seedless grapes|table grapes,Produce,Fresh Fruit,weight,1,lb,,,215,0
gen_green-seedless-grapes,Green seedless grapes,green grapes|white grapes,Produce,Fresh Fruit,weight,1,lb,,,227,0
gen_strawberries,Strawberries,fresh strawberries|strawberies|strawburries,Produce,Fresh Fruit,each,16,oz,,,312,0
gen_blueberries,Blueberries,fresh blueberries|bluberries,Produce,Fresh Fruit,each,11,oz,,,347,0
gen_raspberries,Raspberries,fresh raspberries|rasberries,Produce,Fresh Fruit,each,6,oz,,,322,0
gen_blackberries,Blackberries,fresh blackberries|black berries,Produce,Fresh Fruit,each,6,oz,,,297,0
gen_fresh-cranberries,Fresh cranberries,cranberries|whole cranberries,Produce,Fresh Fruit,each,12,oz,,,277,0
gen_sweet-cherries,Sweet cherries,cherries|bing cherries|fresh cherries|dark sweet cherries|rainier cherries,Produce,Fresh Fruit,weight,1,lb,,,445,0
gen_peaches,Peaches,fresh peaches|yellow peaches|white peaches,Produce,Fresh Fruit,weight,1,lb,piece,150,213,0
gen_nectarines,Nectarines,nectarins,Produce,Fresh Fruit,weight,1,lb,piece,142,219,0
gen_plums,Plums,red plums|black plums|pluots,Produce,Fresh Fruit,weight,1,lb,piece,66,232,0
gen_bartlett-pears,Bartlett pears,pears|green pears|fresh pears,Produce,Fresh Fruit,weight,1,lb,piece,178,171,0
gen_kiwis,Kiwis,kiwi fruit|kiwifruit|green kiwi|gold kiwi,Produce,Fresh Fruit,each,1,ct,piece,75,55,0
gen_mangoes,Mangoes,fresh mango,Produce,Fresh Fruit,each,1,ct,piece,200,94,0
gen_pineapple,Pineapple,fresh pineapple|whole pineapple|pinapple,Produce,Fresh Fruit,each,1,ct,piece,905,276,0
gen_watermelon,Watermelon,seedless watermelon|water melon|large watermelon,Produce,Fresh Fruit,each,1,ct,piece,6800,579,0
gen_cantaloupe,Cantaloupe,canteloupe|cantelope|cantalope|muskmelon,Produce,Fresh Fruit,each,1,ct,piece,1300,267,0
gen_papaya,Papaya,maradol papaya,Produce,Fresh Fruit,weight,1,lb,piece,900,129,0
gen_avocados,Avocados,avacado|hass avocados|ripe avocados|advocado,Produce,Fresh Fruit,each,1,ct,piece,150,82,0
gen_plantains,Plantains,platanos|green plantains|ripe plantains,Produce,Fresh Fruit,weight,1,lb,piece,220,84,0
gen_russet-potatoes,Russet potatoes,potatoes|baking potatoes|idaho potatoes|spuds|taters|white potatoes|baked potatoes,Produce,Fresh Vegetables,each,5,lb,piece,213,342,0
gen_yukon-gold-potatoes,Yukon gold potatoes,gold potatoes|yellow potatoes|yukon potatoes|yukon golds,Produce,Fresh Vegetables,each,5,lb,piece,170,452,0
gen_red-potatoes,Red potatoes,red skin potatoes|red skinned potatoes,Produce,Fresh Vegetables,each,5,lb,piece,150,467,0
gen_baby-potatoes,Baby potatoes,small potatoes|new potatoes|creamer potatoes|fingerling potatoes|little potatoes|baby red potatoes,Produce,Fresh Vegetables,each,24,oz,,,343,0
gen_sweet-potatoes,Sweet potatoes,yams,Produce,Fresh Vegetables,weight,1,lb,piece,180,112,0
gen_yellow-onions,Yellow onions,onions|brown onions|spanish onions|cooking onions,Produce,Fresh Vegetables,weight,1,lb,piece,150,105,0
gen_red-onions,Red onions,purple onions,Produce,Fresh Vegetables,weight,1,lb,piece,150,137,0
gen_white-onions,White onions,,Produce,Fresh Vegetables,weight,1,lb,piece,150,134,0
gen_sweet-onions,Sweet onions,vidalia onions|vidalias|walla walla onions,Produce,Fresh Vegetables,weight,1,lb,piece,200,137,0
gen_green-onions,Green onions,scallions|spring onions|salad onions,Produce,Fresh Vegetables,each,6,ct,piece,15,93,0
gen_shallots,Shallots,shallot bulb|shalots,Produce,Fresh Vegetables,weight,1,lb,piece,30,382,0
gen_leeks,Leeks,,Produce,Fresh Vegetables,weight,1,lb,piece,120,294,0
gen_garlic,Garlic,garlic bulb|garlic head|fresh garlic|garlick,Produce,Fresh Vegetables,each,1,head,piece,50,58,0
gen_fresh-ginger,Fresh ginger,ginger|ginger root|gingerroot|root ginger,Produce,Fresh Vegetables,weight,1,lb,piece,110,337,0
gen_carrots,Carrots,whole carrots|carots|large carrots,Produce,Fresh Vegetables,each,2,lb,piece,61,196,0
gen_baby-carrots,Baby carrots,mini carrots|snack carrots|carrot sticks|baby cut carrots,Produce,Fresh Vegetables,each,16,oz,,,147,0
gen_celery,Celery,celery bunch|celery stalks|celery ribs|cellery,Produce,Fresh Vegetables,each,1,bunch,piece,450,185,0
gen_broccoli,Broccoli,broccoli crowns|brocoli|broccolli|brocolli|fresh broccoli,Produce,Fresh Vegetables,weight,1,lb,piece,230,194,0
gen_cauliflower,Cauliflower,califlower|cauliflour|cauliflower head,Produce,Fresh Vegetables,each,1,head,piece,575,325,0
gen_brussels-sprouts,Brussels sprouts,brussels|brussell sprouts,Produce,Fresh Vegetables,each,16,oz,,,336,0
gen_green-cabbage,Green cabbage,cabbage|cabage|white cabbage,Produce,Fresh Vegetables,weight,1,lb,piece,900,84,0
gen_red-cabbage,Red cabbage,purple cabbage,Produce,Fresh Vegetables,weight,1,lb,piece,850,108,0
gen_napa-cabbage,Napa cabbage,chinese cabbage|nappa cabbage,Produce,Fresh Vegetables,weight,1,lb,piece,950,148,0
gen_bok-choy,Bok choy,pak choi|bok choi|baby bok choy|pak choy,Produce,Fresh Vegetables,weight,1,lb,piece,170,195,0
gen_kale,Kale,curly kale|lacinato kale|tuscan kale|dino kale,Produce,Fresh Vegetables,each,1,bunch,piece,200,146,0
gen_collard-greens,Collard greens,collards,Produce,Fresh Vegetables,each,1,bunch,piece,340,172,0
gen_iceberg-lettuce,Iceberg lettuce,lettuce|letuce|head lettuce|iceberg,Produce,Fresh Vegetables,each,1,head,piece,540,192,0
gen_romaine-lettuce,Romaine lettuce,romaine|cos lettuce|romain lettuce,Produce,Fresh Vegetables,each,1,head,piece,450,215,0
gen_tomatoes,Tomatoes,fresh tomatoes|vine tomatoes|tomatoes on the vine|slicing tomatoes|beefsteak tomatoes|large tomatoes|hothouse tomatoes,Produce,Fresh Vegetables,weight,1,lb,piece,123,164,0
gen_roma-tomatoes,Roma tomatoes,plum tomatoes|romas,Produce,Fresh Vegetables,weight,1,lb,piece,62,116,0
gen_cherry-tomatoes,Cherry tomatoes,grape tomatoes|baby tomatoes|small tomatoes,Produce,Fresh Vegetables,each,10,oz,,,245,0
gen_tomatillos,Tomatillos,husk tomatoes,Produce,Fresh Vegetables,weight,1,lb,piece,34,167,0
gen_cucumbers,Cucumbers,cukes|cucumbar|slicing cucumbers,Produce,Fresh Vegetables,each,1,ct,piece,300,72,0
gen_english-cucumber,English cucumber,hothouse cucumber|seedless cucumber|burpless cucumber,Produce,Fresh Vegetables,each,1,ct,piece,350,168,0
gen_green-bell-peppers,Green bell peppers,bell peppers|green peppers|capsicum|sweet peppers,Produce,Fresh Vegetables,each,1,ct,piece,150,84,0
gen_red-bell-peppers,Red bell peppers,red peppers|red capsicum|sweet red peppers,Produce,Fresh Vegetables,each,1,ct,piece,150,157,0
gen_yellow-bell-peppers,Yellow bell peppers,yellow peppers,Produce,Fresh Vegetables,each,1,ct,piece,150,158,0
gen_jalapenos,Jalapeños,jalapeno peppers|jalepenos|halapenos|jalapeno chiles|fresh jalapenos,Produce,Fresh Vegetables,weight,1,lb,piece,14,125,0
gen_poblano-peppers,Poblano peppers,poblanos|poblano chiles,Produce,Fresh Vegetables,weight,1,lb,piece,65,225,0
gen_red-chili-peppers,Red chili peppers,red chiles|red chilies|fresno peppers|thai chilies|birds eye chilies|fresh chilies|chile peppers|hot peppers,Produce,Fresh Vegetables,each,4,oz,,,246,0
gen_zucchini,Zucchini,courgette|zuchini|zuccini|zucchinis|green squash,Produce,Fresh Vegetables,weight,1,lb,piece,196,147,0
gen_yellow-squash,Yellow squash,squash|summer squash|crookneck squash|straightneck squash,Produce,Fresh Vegetables,weight,1,lb,piece,196,153,0
gen_butternut-squash,Butternut squash,butternut|cubed butternut squash,Produce,Fresh Vegetables,weight,1,lb,piece,1100,126,0
gen_eggplant,Eggplant,aubergine|egg plant|japanese eggplant|italian eggplant,Produce,Fresh Vegetables,each,1,ct,piece,450,177,0
gen_green-beans,Green beans,string beans|snap beans|fresh green beans|haricots verts|french beans,Produce,Fresh Vegetables,weight,1,lb,,,195,0
gen_sweet-corn,Sweet corn,corn|corn on the cob|corn cobs|fresh corn,Produce,Fresh Vegetables,each,1,ct,piece,270,53,0
gen_asparagus,Asparagus,asparagas|asparagus spears|fresh asparagus,Produce,Fresh Vegetables,weight,1,lb,,,324,0
gen_white-mushrooms,White mushrooms,mushrooms|sliced mushrooms|button mushrooms|whole mushrooms|fresh mushrooms,Produce,Fresh Vegetables,each,8,oz,,,218,0
gen_baby-bella-mushrooms,Baby bella mushrooms,cremini mushrooms|crimini mushrooms|baby portobello|brown mushrooms|chestnut mushrooms,Produce,Fresh Vegetables,each,8,oz,,,255,0
gen_shiitake-mushrooms,Shiitake mushrooms,shitake mushrooms|shiitakes,Produce,Fresh Vegetables,each,3.5,oz,,,382,0
gen_radishes,Radishes,red radishes|radish bunch|raddishes,Produce,Fresh Vegetables,each,12,ct,piece,9,147,0
gen_beets,Beets,beetroot|fresh beets|red beets,Produce,Fresh Vegetables,weight,1,lb,piece,135,166,0
gen_okra,Okra,fresh okra|bhindi,Produce,Fresh Vegetables,weight,1,lb,,,342,0
gen_snow-peas,Snow peas,mangetout|chinese pea pods|snow pea pods,Produce,Fresh Vegetables,each,8,oz,,,318,0
gen_sugar-snap-peas,Sugar snap peas,snap peas|sugar peas,Produce,Fresh Vegetables,each,8,oz,,,312,0
gen_bean-sprouts,Bean sprouts,mung bean sprouts,Produce,Fresh Vegetables,each,12,oz,,,198,0
gen_fennel,Fennel,fennel bulb|anise bulb|finocchio,Produce,Fresh Vegetables,each,1,ct,piece,234,275,0
gen_firm-tofu,Firm tofu,tofu|extra firm tofu|bean curd|toufu,Produce,Fresh Vegetables,each,14,oz,,,216,0
gen_wonton-wrappers,Wonton wrappers,egg roll wrappers|dumpling wrappers|gyoza wrappers|wonton skins,Produce,Fresh Vegetables,each,12,oz,,,314,0
gen_cilantro,Cilantro,fresh coriander|coriander leaves|silantro|chinese parsley|cilantro leaves,Produce,Fresh Vegetables,each,1,bunch,piece,60,88,0
gen_parsley,Parsley,fresh parsley|italian parsley|flat leaf parsley|curly parsley|parsely,Produce,Fresh Vegetables,each,1,bunch,piece,60,112,0
gen_fresh-basil,Fresh basil,basil|fresh basil leaves|basil leaves|sweet basil|thai basil,Produce,Fresh Vegetables,each,0.75,oz,,,226,0
gen_fresh-mint,Fresh mint,mint|fresh mint leaves|mint leaves|spearmint,Produce,Fresh Vegetables,each,0.75,oz,,,224,0
gen_fresh-dill,Fresh dill,dill|baby dill|dill fronds,Produce,Fresh Vegetables,each,0.75,oz,,,224,0
gen_chives,Chives,fresh chives,Produce,Fresh Vegetables,each,0.75,oz,,,227,0
gen_fresh-rosemary,Fresh rosemary,rosemary sprigs,Produce,Fresh Vegetables,each,0.75,oz,,,222,0
gen_fresh-thyme,Fresh thyme,fresh thyme leaves|thyme leaves|thyme sprigs,Produce,Fresh Vegetables,each,0.75,oz,,,222,0
gen_baby-spinach,Baby spinach,spinach|fresh spinach|spinich|spinach leaves|bagged spinach,Produce,Packaged Salads,each,10,oz,,,313,0
gen_arugula,Arugula,rocket|baby arugula|arugala,Produce,Packaged Salads,each,5,oz,,,283,0
gen_spring-mix,Spring mix,mixed greens|salad greens|spring greens|mesclun|field greens|baby greens,Produce,Packaged Salads,each,5,oz,,,292,0
gen_garden-salad,Garden salad,bagged salad|salad mix|salad|tossed salad|american salad blend,Produce,Packaged Salads,each,12,oz,,,238,0
gen_caesar-salad-kit,Caesar salad kit,caesar salad|salad kit|ceasar salad,Produce,Packaged Salads,each,10,oz,,,374,0
gen_coleslaw-mix,Coleslaw mix,slaw mix|shredded cabbage|cole slaw mix|broccoli slaw,Produce,Packaged Salads,each,14,oz,,,186,0
gen_kimchi,Kimchi,kimchee|kim chee|kim chi,Produce,"Packaged & Canned Vegetables, Fruit & Beans",each,14,oz,,,476,0
gen_white-sandwich-bread,White sandwich bread,bread|white bread|sandwich bread|sliced bread|bred|sliced white bread,Bakery & Bread,Sliced Bread,each,20,oz,,,147,0
gen_wheat-bread,Wheat bread,whole wheat bread|brown bread|whole grain bread|100% whole wheat bread|honey wheat bread,Bakery & Bread,Sliced Bread,each,20,oz,,,197,0
gen_multigrain-bread,Multigrain bread,12 grain bread|seven grain bread|oat bread|oatnut bread,Bakery & Bread,Sliced Bread,each,24,oz,,,348,0
gen_sourdough-bread,Sourdough bread,sourdough|sour dough bread|sourdough loaf,Bakery & Bread,Sliced Bread,each,24,oz,,,424,0
gen_rye-bread,Rye bread,marbled rye bread|pumpernickel bread,Bakery & Bread,Sliced Bread,each,16,oz,,,378,0
gen_italian-bread,Italian bread,italian loaf|vienna bread,Bakery & Bread,Sliced Bread,each,20,oz,,,246,0
gen_french-bread,French bread,french loaf|french stick,Bakery & Bread,Sliced Bread,each,14,oz,,,147,0
gen_baguette,Baguette,french baguette|bagette,Bakery & Bread,Sliced Bread,each,9,oz,,,148,0
gen_gluten-free-bread,Gluten-free bread,gf bread|glutenfree bread,Bakery & Bread,Sliced Bread,each,18,oz,,,609,0
gen_hamburger-buns,Hamburger buns,buns|burger buns|sandwich buns|hamburger rolls,Bakery & Bread,"Rolls, Buns & Tortillas",each,8,ct,piece,50,155,0
gen_hot-dog-buns,Hot dog buns,hotdog buns|hot dog rolls|frankfurter buns,Bakery & Bread,"Rolls, Buns & Tortillas",each,8,ct,piece,43,157,0
gen_dinner-rolls,Dinner rolls,rolls|bread rolls|yeast rolls|soft rolls,Bakery & Bread,"Rolls, Buns & Tortillas",each,12,ct,piece,38,296,0
gen_hawaiian-rolls,Hawaiian rolls,sweet rolls|hawaiian bread|hawaiian sweet rolls,Bakery & Bread,"Rolls, Buns & Tortillas",each,12,ct,piece,28,418,0
gen_hoagie-rolls,Hoagie rolls,sub rolls|sub buns|hoagies|hoagie buns|sandwich rolls|bolillos,Bakery & Bread,"Rolls, Buns & Tortillas",each,6,ct,piece,75,312,0
gen_croissants,Croissants,croisant|crossiants|butter croissants,Bakery & Bread,"Rolls, Buns & Tortillas",each,6,ct,piece,57,512,0
gen_flour-tortillas,Flour tortillas,tortillas|soft tortillas|burrito tortillas|tortilla shells|fajita tortillas|soft taco shells|tortillias,Bakery & Bread,"Rolls, Buns & Tortillas",each,10,ct,piece,49,237,0
gen_corn-tortillas,Corn tortillas,tortillas de maiz|yellow corn tortillas|white corn tortillas,Bakery & Bread,"Rolls, Buns & Tortillas",each,30,ct,piece,26,236,0
gen_sandwich-wraps,Sandwich wraps,wraps|spinach wraps|tortilla wraps,Bakery & Bread,"Rolls, Buns & Tortillas",each,6,ct,piece,70,373,0
gen_pita-bread,Pita bread,pita|pocket bread|pita pockets,Bakery & Bread,"Rolls, Buns & Tortillas",each,6,ct,piece,64,278,0
gen_naan-bread,Naan bread,naan|nan bread|garlic naan,Bakery & Bread,"Rolls, Buns & Tortillas",each,2,ct,piece,125,317,0
gen_pizza-crust,Pizza crust,premade pizza crust|ready made pizza crust|pizza base,Bakery & Bread,"Rolls, Buns & Tortillas",each,2,ct,piece,280,435,0
gen_bagels,Bagels,plain bagels|bagles|everything bagels|cinnamon raisin bagels,Bakery & Bread,Bagels & Muffins,each,6,ct,piece,95,235,0
gen_english-muffins,English muffins,english muffin bread|crumpets,Bakery & Bread,Bagels & Muffins,each,6,ct,piece,57,173,0
gen_blueberry-muffins,Blueberry muffins,muffins|mufins|bakery muffins,Bakery & Bread,Bagels & Muffins,each,4,ct,piece,113,447,0
gen_glazed-donuts,Glazed donuts,donuts|doughnuts|yeast donuts,Bakery & Bread,Cakes & Pies,each,12,ct,piece,50,598,0
gen_mini-donuts,Mini donuts,powdered donuts|mini doughnuts|donut holes|powdered sugar donuts|chocolate donuts,Bakery & Bread,Cakes & Pies,each,10.5,oz,,,248,0
gen_apple-pie,Apple pie,pie|bakery apple pie,Bakery & Bread,Cakes & Pies,each,34,oz,,,643,0
gen_pumpkin-pie,Pumpkin pie,,Bakery & Bread,Cakes & Pies,each,34,oz,,,613,0
gen_birthday-cake,Birthday cake,cake|sheet cake|bakery cake|quarter sheet cake,Bakery & Bread,Cakes & Pies,each,1,ct,piece,,2197,0
gen_cupcakes,Cupcakes,cup cakes|bakery cupcakes,Bakery & Bread,Cakes & Pies,each,12,ct,piece,60,748,0
gen_cheesecake,Cheesecake,cheese cake|new york cheesecake,Bakery & Bread,Cakes & Pies,each,30,oz,,,1191,0
gen_snack-cakes,Snack cakes,swiss rolls|cream filled cakes|oatmeal creme pies,Bakery & Bread,Cakes & Pies,each,10,ct,pack,,298,0
gen_whole-milk,Whole milk,milk|vitamin d milk|regular milk|full fat milk|red cap milk|cows milk|mlik,Dairy & Eggs,Milk & Alternatives,each,1,gal,,,352,0
gen_2pct-milk,2% milk,reduced fat milk|2 percent milk|two percent milk,Dairy & Eggs,Milk & Alternatives,each,1,gal,,,342,0
gen_1pct-milk,1% milk,low fat milk|lowfat milk|1 percent milk|one percent milk|light milk,Dairy & Eggs,Milk & Alternatives,each,1,gal,,,333,0
gen_skim-milk,Skim milk,fat free milk|nonfat milk|skimmed milk|non fat milk,Dairy & Eggs,Milk & Alternatives,each,1,gal,,,332,0
gen_lactose-free-milk,Lactose-free milk,lactaid|lactose free whole milk,Dairy & Eggs,Milk & Alternatives,each,64,fl oz,,,448,0
gen_chocolate-milk,Chocolate milk,choclate milk|choc milk,Dairy & Eggs,Milk & Alternatives,each,64,fl oz,,,333,0
gen_buttermilk,Buttermilk,butter milk|cultured buttermilk,Dairy & Eggs,Milk & Alternatives,each,1,qt,,,235,0
gen_almond-milk,Almond milk,unsweetened almond milk|vanilla almond milk|almondmilk,Dairy & Eggs,Milk & Alternatives,each,64,fl oz,,,298,0
gen_oat-milk,Oat milk,oatmilk,Dairy & Eggs,Milk & Alternatives,each,64,fl oz,,,373,0
gen_soy-milk,Soy milk,soymilk|soya milk|vanilla soy milk,Dairy & Eggs,Milk & Alternatives,each,64,fl oz,,,347,0
gen_half-and-half,Half and half,half n half|coffee cream|light cream,Dairy & Eggs,Milk & Alternatives,each,1,qt,,,336,0
gen_heavy-whipping-cream,Heavy whipping cream,heavy cream|whipping cream|cream|double cream|heavy whip|thickened cream,Dairy & Eggs,Milk & Alternatives,each,1,pt,,,328,0
gen_coffee-creamer,Coffee creamer,creamer|liquid creamer|french vanilla creamer|hazelnut creamer|flavored creamer,Dairy & Eggs,Milk & Alternatives,each,32,fl oz,,,383,0
gen_whipped-cream,Whipped cream,spray whipped cream|aerosol whipped cream|whip cream,Dairy & Eggs,Milk & Alternatives,each,13,oz,,,396,0
gen_eggnog,Eggnog,egg nog,Dairy & Eggs,Milk & Alternatives,each,1,qt,,,347,0
gen_large-eggs,Large eggs,eggs|large white eggs|egg yolks|fresh eggs,Dairy & Eggs,Eggs,each,12,ct,piece,50,243,0
gen_18-count-large-eggs,18-count large eggs,18 count eggs|eggs 18 pack,Dairy & Eggs,Eggs,each,18,ct,piece,50,352,0
gen_cage-free-brown-eggs,Cage-free brown eggs,cage free eggs|brown eggs|free range eggs,Dairy & Eggs,Eggs,each,12,ct,piece,50,345,0
gen_liquid-egg-whites,Liquid egg whites,egg whites|carton egg whites,Dairy & Eggs,Eggs,each,16,oz,piece,33,381,0
gen_salted-butter,Salted butter,butter|butter sticks|stick butter|sweet cream butter|buter,Dairy & Eggs,Butter & Margarine,each,16,oz,,,393,0
gen_unsalted-butter,Unsalted butter,sweet butter|unsalted butter sticks|no salt butter,Dairy & Eggs,Butter & Margarine,each,16,oz,,,393,0
gen_margarine,Margarine,oleo|vegetable oil spread|buttery spread|butter spread|margerine,Dairy & Eggs,Butter & Margarine,each,45,oz,,,485,0
gen_cheddar-cheese,Cheddar cheese,cheese|cheddar|block cheese|mild cheddar|mild cheddar cheese|medium cheddar|chedder cheese|chese|cheddar block,Dairy & Eggs,Cheese,each,8,oz,,,232,0
gen_sharp-cheddar-cheese,Sharp cheddar cheese,sharp cheddar|extra sharp cheddar|white cheddar|sharp cheese,Dairy & Eggs,Cheese,each,8,oz,,,235,0
gen_shredded-cheddar-cheese,Shredded cheddar cheese,shredded cheese|shredded cheddar|grated cheese|grated cheddar,Dairy & Eggs,Cheese,each,8,oz,,,233,0
gen_shredded-mexican-cheese-blend,Shredded Mexican cheese blend,mexican cheese|mexican blend|mexican blend cheese|fiesta blend cheese|taco cheese|4 cheese mexican,Dairy & Eggs,Cheese,each,8,oz,,,234,0
gen_shredded-mozzarella-cheese,Shredded mozzarella cheese,mozzarella cheese|mozzarella|mozarella|shredded mozzarella|mozzerella|pizza cheese,Dairy & Eggs,Cheese,each,8,oz,,,235,0
gen_fresh-mozzarella,Fresh mozzarella,mozzarella ball|buffalo mozzarella|mozzarella pearls|bocconcini,Dairy & Eggs,Cheese,each,8,oz,,,375,0
gen_string-cheese,String cheese,cheese sticks|mozzarella string cheese|cheese stix,Dairy & Eggs,Cheese,each,12,ct,pack,28,363,0
gen_american-cheese-slices,American cheese slices,american cheese|sliced cheese|cheese slices|cheese singles|kraft singles|sandwich cheese|singles,Dairy & Eggs,Cheese,each,16,ct,pack,19,278,0
gen_swiss-cheese,Swiss cheese,sliced swiss|swiss cheese slices|swiss,Dairy & Eggs,Cheese,each,8,oz,,,267,0
gen_provolone-cheese,Provolone cheese,provolone|provolone slices,Dairy & Eggs,Cheese,each,8,oz,,,264,0
gen_pepper-jack-cheese,Pepper jack cheese,pepperjack|pepper jack slices|pepper jack,Dairy & Eggs,Cheese,each,8,oz,,,262,0
gen_colby-jack-cheese,Colby Jack cheese,colby jack|colby cheese|cojack|marble cheese|colby,Dairy & Eggs,Cheese,each,8,oz,,,233,0
gen_monterey-jack-cheese,Monterey Jack cheese,monterey jack|jack cheese|monteray jack,Dairy & Eggs,Cheese,each,8,oz,,,234,0
gen_grated-parmesan-cheese,Grated parmesan cheese,parmesan cheese|parmesan|parm|parmesean cheese|parmesan cheese shaker|parmasan cheese|shaker cheese,Dairy & Eggs,Cheese,each,8,oz,,,348,0
gen_parmesan-wedge,Parmesan wedge,parmigiano reggiano|parmigiano|fresh parmesan|parmesan block,Dairy & Eggs,Cheese,each,7,oz,,,572,0
gen_feta-cheese,Feta cheese,feta|crumbled feta|feta crumbles|fetta cheese,Dairy & Eggs,Cheese,each,6,oz,,,335,0
gen_blue-cheese-crumbles,Blue cheese crumbles,blue cheese|bleu cheese|gorgonzola,Dairy & Eggs,Cheese,each,5,oz,,,326,0
gen_goat-cheese,Goat cheese,chevre|goat cheese log,Dairy & Eggs,Cheese,each,4,oz,,,327,0
gen_cream-cheese,Cream cheese,creme cheese|cream cheese brick|neufchatel cheese|cream chese,Dairy & Eggs,Cheese,each,8,oz,,,198,0
gen_cottage-cheese,Cottage cheese,cotage cheese|small curd cottage cheese|large curd cottage cheese,Dairy & Eggs,Cheese,each,24,oz,,,325,0
gen_ricotta-cheese,Ricotta cheese,ricotta|ricota|whole milk ricotta,Dairy & Eggs,Cheese,each,15,oz,,,298,0
gen_mascarpone,Mascarpone,mascarpone cheese|marscapone,Dairy & Eggs,Cheese,each,8,oz,,,395,0
gen_brie-cheese,Brie cheese,brie|brie wheel,Dairy & Eggs,Cheese,each,8,oz,,,548,0
gen_gouda-cheese,Gouda cheese,gouda|smoked gouda,Dairy & Eggs,Cheese,each,7,oz,,,425,0
gen_queso-fresco,Queso fresco,fresh mexican cheese|queso blanco|mexican crumbling cheese,Dairy & Eggs,Cheese,each,10,oz,,,321,0
gen_paneer,Paneer,paneer cheese,Dairy & Eggs,Cheese,each,12,oz,,,548,0
gen_pasteurized-cheese-loaf,Pasteurized cheese loaf,velveeta|processed cheese|melting cheese|cheese loaf,Dairy & Eggs,Cheese,each,16,oz,,,446,0
gen_yogurt,Yogurt,yoghurt|vanilla yogurt|yogurt cups|yogert|fruit yogurt|strawberry yogurt|lowfat yogurt,Dairy & Eggs,Yogurt,each,6,oz,,,66,0
gen_plain-yogurt,Plain yogurt,natural yogurt|unsweetened yogurt|plain whole milk yogurt,Dairy & Eggs,Yogurt,each,32,oz,,,263,0
gen_greek-yogurt,Greek yogurt,plain greek yogurt|vanilla greek yogurt|nonfat greek yogurt|greek yoghurt|greek yogert,Dairy & Eggs,Yogurt,each,32,oz,,,385,0
gen_greek-yogurt-cups,Greek yogurt cups,flavored greek yogurt|single serve greek yogurt|strawberry greek yogurt|protein yogurt,Dairy & Eggs,Yogurt,each,5.3,oz,,,112,0
gen_kefir,Kefir,keifer|plain kefir,Dairy & Eggs,Yogurt,each,32,fl oz,,,383,0
gen_sour-cream,Sour cream,sour creme|sower cream|light sour cream,Dairy & Eggs,Sour Cream,each,16,oz,,,214,0
gen_mexican-crema,Mexican crema,crema|crema mexicana,Dairy & Eggs,Sour Cream,each,15,oz,,,348,0
gen_refrigerated-biscuits,Refrigerated biscuits,biscuits|canned biscuits|biscuit dough|bisquits|biscuts|buttermilk biscuits,Dairy & Eggs,Other Dairy,each,8,ct,pack,58,227,0
gen_crescent-rolls,Crescent rolls,cresent rolls|crescent roll dough|crescent dough,Dairy & Eggs,Other Dairy,each,8,ct,pack,28,247,0
gen_cinnamon-rolls,Cinnamon rolls,cinnamon buns|cinnamon roll dough|refrigerated cinnamon rolls,Dairy & Eggs,Other Dairy,each,5,ct,pack,99,267,0
gen_refrigerated-pizza-dough,Refrigerated pizza dough,pizza dough|pizza crust dough|fresh pizza dough,Dairy & Eggs,Other Dairy,each,13.8,oz,,,312,0
gen_refrigerated-pie-crust,Refrigerated pie crust,pie crust|pie dough|pastry crust|pie shell,Dairy & Eggs,Other Dairy,each,2,ct,pack,200,295,0
gen_cookie-dough,Cookie dough,refrigerated cookie dough|chocolate chip cookie dough|sugar cookie dough,Dairy & Eggs,Other Dairy,each,16,oz,,,345,0
gen_chicken-breast,Chicken breast,chicken|boneless skinless chicken breast|boneless chicken breast|chicken breast fillets|chikcen breast|chiken|skinless boneless chicken breast,Meat & Seafood,Fresh Meat,weight,1,lb,piece,225,312,0
gen_chicken-thighs,Chicken thighs,boneless skinless chicken thighs|boneless chicken thighs|thighs|chicken thigh fillets,Meat & Seafood,Fresh Meat,weight,1,lb,piece,110,326,0
gen_bone-in-chicken-thighs,Bone-in chicken thighs,skin on chicken thighs|chicken thighs bone in,Meat & Seafood,Fresh Meat,weight,1,lb,piece,170,185,0
gen_chicken-drumsticks,Chicken drumsticks,drumsticks|chicken legs,Meat & Seafood,Fresh Meat,weight,1,lb,piece,115,138,0
gen_chicken-wings,Chicken wings,wings|party wings|chicken wingettes|wing pieces,Meat & Seafood,Fresh Meat,weight,1,lb,piece,90,312,0
gen_chicken-tenderloins,Chicken tenderloins,chicken tenders|raw chicken tenders|chicken breast tenders|chicken breast strips,Meat & Seafood,Fresh Meat,weight,1,lb,piece,50,368,0
gen_whole-chicken,Whole chicken,roasting chicken|fryer chicken|roaster chicken|chicken whole|chicken fryer,Meat & Seafood,Fresh Meat,weight,1,lb,piece,2000,174,0
gen_ground-chicken,Ground chicken,minced chicken,Meat & Seafood,Fresh Meat,each,16,oz,,,396,0
gen_ground-turkey,Ground turkey,lean ground turkey|turkey mince|ground turkey meat,Meat & Seafood,Fresh Meat,each,16,oz,,,426,0
gen_whole-turkey,Whole turkey,thanksgiving turkey|frozen turkey|turkey whole,Meat & Seafood,Fresh Meat,weight,1,lb,piece,6000,142,0
gen_ground-beef,Ground beef,hamburger|hamburger meat|beef|80/20 ground beef|ground beef 80/20|minced beef|mince|beef mince|ground chuck|grond beef|burger meat,Meat & Seafood,Fresh Meat,weight,1,lb,,,597,0
gen_lean-ground-beef,Lean ground beef,93/7 ground beef|90/10 ground beef|extra lean ground beef|ground sirloin|93% lean ground beef,Meat & Seafood,Fresh Meat,weight,1,lb,,,723,0
gen_beef-burger-patties,Beef burger patties,hamburger patties|burger patties|burgers|beef patties,Meat & Seafood,Fresh Meat,weight,1,lb,piece,150,665,0
gen_beef-stew-meat,Beef stew meat,stew meat|stewing beef|cubed beef|beef cubes|beef chunks|stew beef,Meat & Seafood,Fresh Meat,weight,1,lb,,,783,0
gen_chuck-roast,Chuck roast,pot roast|beef roast|roast|beef chuck roast|beef chuck|chuck,Meat & Seafood,Fresh Meat,weight,1,lb,piece,1300,796,0
gen_ribeye-steak,Ribeye steak,rib eye steak|ribeye|rib eye,Meat & Seafood,Fresh Meat,weight,1,lb,piece,340,1586,0
gen_sirloin-steak,Sirloin steak,steak|top sirloin|sirloin|top sirloin steak,Meat & Seafood,Fresh Meat,weight,1,lb,piece,280,1067,0
gen_new-york-strip-steak,New York strip steak,strip steak|ny strip|new york strip,Meat & Seafood,Fresh Meat,weight,1,lb,piece,320,1373,0
gen_filet-mignon,Filet mignon,beef tenderloin|tenderloin steak|fillet steak,Meat & Seafood,Fresh Meat,weight,1,lb,piece,170,2396,0
gen_flank-steak,Flank steak,flank,Meat & Seafood,Fresh Meat,weight,1,lb,piece,700,1183,0
gen_skirt-steak,Skirt steak,carne asada|fajita meat|arrachera|flap steak,Meat & Seafood,Fresh Meat,weight,1,lb,piece,450,1265,0
gen_round-steak,Round steak,top round steak|london broil|thin sliced beef|milanesa,Meat & Seafood,Fresh Meat,weight,1,lb,piece,400,819,0
gen_beef-brisket,Beef brisket,brisket,Meat & Seafood,Fresh Meat,weight,1,lb,piece,3000,597,0
gen_pork-chops,Pork chops,pork|pork loin chops|boneless pork chops|center cut pork chops|porkchops|bone in pork chops,Meat & Seafood,Fresh Meat,weight,1,lb,piece,170,391,0
gen_pork-tenderloin,Pork tenderloin,pork fillet,Meat & Seafood,Fresh Meat,weight,1,lb,piece,500,443,0
gen_pork-loin,Pork loin,pork loin roast|pork roast,Meat & Seafood,Fresh Meat,weight,1,lb,piece,1400,298,0
gen_pork-shoulder,Pork shoulder,pork butt|boston butt|pulled pork meat|carnitas meat|pork shoulder roast|picnic roast,Meat & Seafood,Fresh Meat,weight,1,lb,piece,3000,225,0
gen_ground-pork,Ground pork,pork mince|minced pork,Meat & Seafood,Fresh Meat,each,16,oz,,,394,0
gen_pork-ribs,Pork ribs,spare ribs|ribs|spareribs|st louis ribs|country style ribs,Meat & Seafood,Fresh Meat,weight,1,lb,piece,1300,286,0
gen_baby-back-ribs,Baby back ribs,back ribs|babyback ribs,Meat & Seafood,Fresh Meat,weight,1,lb,piece,1000,377,0
gen_lamb-chops,Lamb chops,lamb|lamb loin chops|rack of lamb,Meat & Seafood,Fresh Meat,weight,1,lb,piece,110,1197,0
gen_bacon,Bacon,sliced bacon|bacon strips|hickory smoked bacon|bacon slices|bakon|streaky bacon,Meat & Seafood,Bacon & Sausage,each,16,oz,,,582,0
gen_turkey-bacon,Turkey bacon,,Meat & Seafood,Bacon & Sausage,each,12,oz,,,345,0
gen_breakfast-sausage,Breakfast sausage,sausage|pork sausage|sausage roll|ground sausage|bulk sausage|sage sausage,Meat & Seafood,Bacon & Sausage,each,16,oz,,,386,0
gen_breakfast-sausage-links,Breakfast sausage links,sausage links|link sausage|little links,Meat & Seafood,Bacon & Sausage,each,12,oz,,,397,0
gen_italian-sausage,Italian sausage,sweet italian sausage|mild italian sausage|hot italian sausage,Meat & Seafood,Bacon & Sausage,each,19,oz,,,498,0
gen_bratwurst,Bratwurst,brats,Meat & Seafood,Bacon & Sausage,each,19,oz,,,496,0
gen_smoked-sausage,Smoked sausage,kielbasa|polish sausage|polska kielbasa|rope sausage,Meat & Seafood,Bacon & Sausage,each,13,oz,,,398,0
gen_chorizo,Chorizo,mexican chorizo|pork chorizo|beef chorizo,Meat & Seafood,Bacon & Sausage,each,10,oz,,,298,0
gen_hot-dogs,Hot dogs,hotdogs|franks|wieners|frankfurters|weenies|weiners,Meat & Seafood,Bacon & Sausage,each,8,ct,piece,45,223,0
gen_pepperoni,Pepperoni,pepperoni slices|sliced pepperoni|peperoni,Meat & Seafood,Packaged Meat,each,6,oz,,,314,0
gen_spiral-ham,Spiral ham,holiday ham|baked ham|whole ham|honey ham|easter ham,Meat & Seafood,Packaged Meat,weight,1,lb,piece,3600,227,0
gen_canned-luncheon-meat,Canned luncheon meat,spam|canned ham|luncheon meat,Meat & Seafood,Packaged Meat,each,12,oz,,,348,0
gen_canned-chicken,Canned chicken,canned chicken breast,Meat & Seafood,Packaged Meat,each,12.5,oz,,,312,0
gen_lunch-kits,Lunch kits,lunchables|lunch packs|snack lunch kits,Meat & Seafood,Packaged Meat,each,1,ct,piece,,225,0
gen_lunch-meat,Lunch meat,deli meat|cold cuts|sandwich meat|luncheon slices|lunchmeat,Meat & Seafood,Deli,each,16,oz,,,512,0
gen_deli-turkey,Deli turkey,turkey|turkey breast|sliced turkey|turkey lunch meat|oven roasted turkey|smoked turkey|turkey slices,Meat & Seafood,Deli,each,9,oz,,,436,0
gen_deli-ham,Deli ham,ham|sliced ham|ham lunch meat|black forest ham|honey ham slices|cooked ham|lunch ham,Meat & Seafood,Deli,each,9,oz,,,428,0
gen_deli-roast-beef,Deli roast beef,roast beef|sliced roast beef,Meat & Seafood,Deli,each,7,oz,,,524,0
gen_bologna,Bologna,baloney|beef bologna,Meat & Seafood,Deli,each,16,oz,,,286,0
gen_salami,Salami,genoa salami|hard salami|salame,Meat & Seafood,Deli,each,8,oz,,,391,0
gen_prosciutto,Prosciutto,proscuitto|parma ham|serrano ham,Meat & Seafood,Deli,each,3,oz,,,463,0
gen_pancetta,Pancetta,diced pancetta,Meat & Seafood,Deli,each,4,oz,,,443,0
gen_rotisserie-chicken,Rotisserie chicken,roasted chicken|cooked whole chicken|roast chicken,Meat & Seafood,Deli,each,1,ct,piece,950,597,0
gen_potato-salad,Potato salad,,Meat & Seafood,Deli,each,16,oz,,,338,0
gen_coleslaw,Coleslaw,cole slaw|deli slaw,Meat & Seafood,Deli,each,16,oz,,,312,0
gen_salmon-fillets,Salmon fillets,salmon|salmon filets|fresh salmon|atlantic salmon|salmon steaks,Meat & Seafood,Seafood,weight,1,lb,piece,170,986,0
gen_smoked-salmon,Smoked salmon,lox|nova lox,Meat & Seafood,Seafood,each,4,oz,,,597,0
gen_tilapia-fillets,Tilapia fillets,tilapia|fish|white fish|fish fillets|talapia,Meat & Seafood,Seafood,each,32,oz,piece,110,988,0
gen_cod-fillets,Cod fillets,cod|alaskan cod|pacific cod,Meat & Seafood,Seafood,each,16,oz,piece,115,886,0
gen_catfish-fillets,Catfish fillets,catfish|cat fish,Meat & Seafood,Seafood,each,32,oz,piece,140,1047,0
gen_raw-shrimp,Raw shrimp,shrimp|frozen shrimp|prawns|jumbo shrimp|peeled shrimp|large shrimp,Meat & Seafood,Seafood,each,16,oz,,,783,0
gen_cooked-shrimp,Cooked shrimp,cocktail shrimp|shrimp ring|salad shrimp,Meat & Seafood,Seafood,each,16,oz,,,824,0
gen_crab-meat,Crab meat,lump crab meat|canned crab|crabmeat,Meat & Seafood,Seafood,each,6,oz,,,598,0
gen_imitation-crab,Imitation crab,krab|surimi|imitation crab meat|crab sticks,Meat & Seafood,Seafood,each,8,oz,,,272,0
gen_canned-tuna,Canned tuna,tuna|tuna fish|chunk light tuna|albacore tuna|tunafish|tuna in water,Meat & Seafood,Seafood,each,5,oz,,,98,0
gen_canned-salmon,Canned salmon,pink salmon|canned pink salmon,Meat & Seafood,Seafood,each,14.75,oz,,,423,0
gen_sardines,Sardines,canned sardines|smoked oysters,Meat & Seafood,Seafood,each,3.75,oz,,,127,0
gen_anchovies,Anchovies,anchovy fillets|anchovy paste,Meat & Seafood,Seafood,each,2,oz,,,236,0
gen_black-beans,Black beans,beans|canned black beans|frijoles negros,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,92,0
gen_pinto-beans,Pinto beans,canned pinto beans,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,92,0
gen_kidney-beans,Kidney beans,red kidney beans|red beans|canned kidney beans,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,93,0
gen_cannellini-beans,Cannellini beans,white kidney beans|white beans|canellini beans|great northern beans|navy beans,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,104,0
gen_chickpeas,Chickpeas,garbanzo beans|garbanzos|garbonzo beans|chick peas|canned chickpeas,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,94,0
gen_baked-beans,Baked beans,bbq beans|boston baked beans,Pantry,"Canned Vegetables, Fruit & Beans",each,28,oz,,,245,0
gen_refried-beans,Refried beans,refried black beans|frijoles refritos|refried pinto beans,Pantry,"Canned Vegetables, Fruit & Beans",each,16,oz,,,138,0
gen_black-eyed-peas,Black-eyed peas,blackeye peas|black eye peas|cowpeas,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,96,0
gen_canned-corn,Canned corn,whole kernel corn|corn kernels|sweet corn canned|corn canned,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,83,0
gen_canned-green-beans,Canned green beans,cut green beans,Pantry,"Canned Vegetables, Fruit & Beans",each,14.5,oz,,,84,0
gen_canned-peas,Canned peas,sweet peas,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,87,0
gen_sauerkraut,Sauerkraut,sour kraut|kraut|saurkraut,Pantry,"Canned Vegetables, Fruit & Beans",each,14.4,oz,,,124,0
gen_diced-tomatoes,Diced tomatoes,canned diced tomatoes|petite diced tomatoes|chopped tomatoes|fire roasted tomatoes|canned tomatoes|stewed tomatoes,Pantry,"Canned Vegetables, Fruit & Beans",each,14.5,oz,,,98,0
gen_crushed-tomatoes,Crushed tomatoes,tomato puree|passata,Pantry,"Canned Vegetables, Fruit & Beans",each,28,oz,,,172,0
gen_tomato-sauce,Tomato sauce,canned tomato sauce,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,92,0
gen_tomato-paste,Tomato paste,,Pantry,"Canned Vegetables, Fruit & Beans",each,6,oz,,,78,0
gen_tomatoes-with-green-chilies,Tomatoes with green chilies,rotel|tomatoes and green chilies|diced tomatoes with green chiles,Pantry,"Canned Vegetables, Fruit & Beans",each,10,oz,,,108,0
gen_diced-green-chiles,Diced green chiles,green chilies|green chiles|canned green chiles|chopped green chilies,Pantry,"Canned Vegetables, Fruit & Beans",each,4,oz,,,95,0
gen_chipotle-peppers-in-adobo,Chipotle peppers in adobo,chipotles|chipotle peppers|chipotle chiles|adobo chipotle,Pantry,"Canned Vegetables, Fruit & Beans",each,7,oz,,,197,0
gen_artichoke-hearts,Artichoke hearts,marinated artichoke hearts|canned artichokes,Pantry,"Canned Vegetables, Fruit & Beans",each,14,oz,,,297,0
gen_sun-dried-tomatoes,Sun-dried tomatoes,sundried tomatoes,Pantry,"Canned Vegetables, Fruit & Beans",each,7,oz,,,412,0
gen_black-olives,Black olives,olives|ripe olives|sliced olives|pitted black olives,Pantry,"Canned Vegetables, Fruit & Beans",each,6,oz,,,167,0
gen_green-olives,Green olives,stuffed olives|pimento stuffed olives|spanish olives|manzanilla olives,Pantry,"Canned Vegetables, Fruit & Beans",each,7,oz,,,238,0
gen_capers,Capers,nonpareil capers,Pantry,"Canned Vegetables, Fruit & Beans",each,3.5,oz,,,258,0
gen_dill-pickles,Dill pickles,pickles|dill pickle spears|kosher dills|pickle chips|gherkins,Pantry,"Canned Vegetables, Fruit & Beans",each,24,oz,,,298,0
gen_pickle-relish,Pickle relish,relish|sweet relish|dill relish,Pantry,"Canned Vegetables, Fruit & Beans",each,10,oz,,,196,0
gen_pineapple-chunks,Pineapple chunks,canned pineapple|pineapple tidbits|pineapple slices|pineapple rings,Pantry,"Canned Vegetables, Fruit & Beans",each,20,oz,,,168,0
gen_applesauce,Applesauce,apple sauce|unsweetened applesauce,Pantry,"Canned Vegetables, Fruit & Beans",each,46,oz,,,283,0
gen_cranberry-sauce,Cranberry sauce,jellied cranberry sauce|whole berry cranberry sauce,Pantry,"Canned Vegetables, Fruit & Beans",each,14,oz,,,177,0
gen_maraschino-cherries,Maraschino cherries,cocktail cherries|marachino cherries,Pantry,"Canned Vegetables, Fruit & Beans",each,10,oz,,,257,0
gen_canned-pumpkin,Canned pumpkin,pumpkin|pumpkin puree|pure pumpkin|solid pack pumpkin,Pantry,"Canned Vegetables, Fruit & Beans",each,15,oz,,,178,0
gen_canned-coconut-milk,Canned coconut milk,coconut milk|light coconut milk,Pantry,"Canned Vegetables, Fruit & Beans",each,13.5,oz,,,195,0
gen_chicken-broth,Chicken broth,broth|chicken stock|low sodium chicken broth|stock|low sodium chicken stock,Pantry,Soup & Broth,each,32,oz,,,157,0
gen_beef-broth,Beef broth,beef stock,Pantry,Soup & Broth,each,32,oz,,,164,0
gen_vegetable-broth,Vegetable broth,vegetable stock|veggie broth|veg stock,Pantry,Soup & Broth,each,32,oz,,,168,0
gen_chicken-bouillon,Chicken bouillon,bouillon cubes|bouillon|stock cubes|bullion|boullion cubes|chicken bouillon cubes|beef bouillon,Pantry,Soup & Broth,each,3.25,oz,,,183,0
gen_chicken-noodle-soup,Chicken noodle soup,soup|canned soup|chicken soup,Pantry,Soup & Broth,each,10.75,oz,,,118,0
gen_tomato-soup,Tomato soup,tomato soup canned,Pantry,Soup & Broth,each,10.75,oz,,,104,0
gen_cream-of-mushroom-soup,Cream of mushroom soup,cream of mushroom|mushroom soup,Pantry,Soup & Broth,each,10.5,oz,,,112,0
gen_cream-of-chicken-soup,Cream of chicken soup,cream of chicken,Pantry,Soup & Broth,each,10.5,oz,,,118,0
gen_canned-chili,Canned chili,chili|chili with beans|chili con carne|chili no beans|hot dog chili,Pantry,Soup & Broth,each,15,oz,,,213,0
gen_onion-soup-mix,Onion soup mix,dry onion soup mix|french onion soup mix|soup mix|onion soup,Pantry,Soup & Broth,each,2,ct,pack,,168,0
gen_ramen-noodles,Ramen noodles,ramen|instant ramen|instant noodles|ramen packs|raman noodles,Pantry,Soup & Broth,each,3,oz,,,38,0
gen_ketchup,Ketchup,catsup|tomato ketchup|catchup,Pantry,Sauces & Condiments,each,32,oz,,,258,0
gen_yellow-mustard,Yellow mustard,mustard|prepared mustard,Pantry,Sauces & Condiments,each,20,oz,,,145,0
gen_dijon-mustard,Dijon mustard,dijon|grainy mustard|stone ground mustard|spicy brown mustard|whole grain mustard,Pantry,Sauces & Condiments,each,12,oz,,,218,0
gen_bbq-sauce,BBQ sauce,barbecue sauce|barbeque sauce|bbq|bar b q sauce,Pantry,Sauces & Condiments,each,18,oz,,,178,0
gen_soy-sauce,Soy sauce,shoyu|tamari|light soy sauce|dark soy sauce|low sodium soy sauce|reduced sodium soy sauce,Pantry,Sauces & Condiments,each,15,fl oz,,,195,0
gen_teriyaki-sauce,Teriyaki sauce,teriyaki|teriyaki marinade,Pantry,Sauces & Condiments,each,15,fl oz,,,248,0
gen_hot-sauce,Hot sauce,tabasco|hot pepper sauce|pepper sauce|mexican hot sauce|cayenne pepper sauce,Pantry,Sauces & Condiments,each,12,fl oz,,,185,0
gen_sriracha-sauce,Sriracha sauce,sriracha|rooster sauce|siracha,Pantry,Sauces & Condiments,each,17,oz,,,386,0
gen_worcestershire-sauce,Worcestershire sauce,worcestershire|worchestershire sauce|worcester sauce|wooster sauce,Pantry,Sauces & Condiments,each,10,fl oz,,,194,0
gen_steak-sauce,Steak sauce,brown steak sauce,Pantry,Sauces & Condiments,each,10,oz,,,267,0
gen_pasta-sauce,Pasta sauce,spaghetti sauce|marinara|marinara sauce|spagetti sauce|red sauce|tomato pasta sauce|meat sauce,Pantry,Sauces & Condiments,each,24,oz,,,188,0
gen_alfredo-sauce,Alfredo sauce,alfredo|white pasta sauce,Pantry,Sauces & Condiments,each,15,oz,,,212,0
gen_pesto,Pesto,basil pesto|prepared pesto|pesto sauce,Pantry,Sauces & Condiments,each,6.25,oz,,,325,0
gen_pizza-sauce,Pizza sauce,,Pantry,Sauces & Condiments,each,14,oz,,,147,0
gen_enchilada-sauce,Enchilada sauce,red enchilada sauce|green enchilada sauce,Pantry,Sauces & Condiments,each,10,oz,,,158,0
gen_taco-sauce,Taco sauce,,Pantry,Sauces & Condiments,each,8,oz,,,167,0
gen_fish-sauce,Fish sauce,nam pla,Pantry,Sauces & Condiments,each,7,fl oz,,,275,0
gen_oyster-sauce,Oyster sauce,,Pantry,Sauces & Condiments,each,9,oz,,,291,0
gen_hoisin-sauce,Hoisin sauce,hoisin|plum sauce|duck sauce,Pantry,Sauces & Condiments,each,9,oz,,,295,0
gen_chili-garlic-sauce,Chili garlic sauce,chili sauce|sambal oelek|sambal|chile garlic sauce|chinese hot sauce,Pantry,Sauces & Condiments,each,8,oz,,,312,0
gen_chili-oil,Chili oil,chili crisp|crunchy chili oil|hot chili oil,Pantry,Sauces & Condiments,each,7.4,oz,,,485,0
gen_stir-fry-sauce,Stir-fry sauce,stir fry marinade|general tso sauce|orange chicken sauce,Pantry,Sauces & Condiments,each,14,oz,,,327,0
gen_gochujang,Gochujang,korean chili paste|gochujang paste|red pepper paste,Pantry,Sauces & Condiments,each,9,oz,,,428,0
gen_miso-paste,Miso paste,miso|white miso|white miso paste|sweet white miso,Pantry,Sauces & Condiments,each,14,oz,,,587,0
gen_curry-paste,Curry paste,red curry paste|green curry paste|thai curry paste|yellow curry paste,Pantry,Sauces & Condiments,each,4,oz,,,346,0
gen_tahini,Tahini,tahini paste|sesame paste,Pantry,Sauces & Condiments,each,16,oz,,,612,0
gen_gravy,Gravy,jar gravy|turkey gravy|beef gravy|brown gravy,Pantry,Sauces & Condiments,each,12,oz,,,214,0
gen_gravy-mix,Gravy mix,brown gravy mix|country gravy mix|gravy packet|white gravy mix,Pantry,Sauces & Condiments,each,0.87,oz,,,78,0
gen_lemon-juice,Lemon juice,bottled lemon juice|reconstituted lemon juice|fresh lemon juice,Pantry,Sauces & Condiments,each,15,fl oz,,,235,0
gen_lime-juice,Lime juice,bottled lime juice|fresh lime juice|key lime juice,Pantry,Sauces & Condiments,each,8,fl oz,,,195,0
gen_minced-garlic,Minced garlic,jarred garlic|chopped garlic|garlic paste,Pantry,Sauces & Condiments,each,8,oz,,,264,0
gen_mayonnaise,Mayonnaise,mayo|mayonaise|light mayo|mayonase,Pantry,"Dressings, Mayo & Oils",each,30,fl oz,,,346,0
gen_whipped-salad-dressing,Whipped salad dressing,miracle whip|sandwich spread,Pantry,"Dressings, Mayo & Oils",each,30,fl oz,,,323,0
gen_ranch-dressing,Ranch dressing,ranch|salad dressing|ranch salad dressing|buttermilk ranch|dressing,Pantry,"Dressings, Mayo & Oils",each,24,fl oz,,,346,0
gen_italian-dressing,Italian dressing,zesty italian dressing|italian salad dressing|vinaigrette,Pantry,"Dressings, Mayo & Oils",each,16,fl oz,,,218,0
gen_white-vinegar,White vinegar,vinegar|distilled vinegar|distilled white vinegar,Pantry,"Dressings, Mayo & Oils",each,64,fl oz,,,247,0
gen_apple-cider-vinegar,Apple cider vinegar,cider vinegar|acv,Pantry,"Dressings, Mayo & Oils",each,32,fl oz,,,262,0
gen_balsamic-vinegar,Balsamic vinegar,balsamic|balsamic glaze,Pantry,"Dressings, Mayo & Oils",each,16.9,fl oz,,,364,0
gen_wine-vinegar,Wine vinegar,red wine vinegar|white wine vinegar|sherry vinegar,Pantry,"Dressings, Mayo & Oils",each,16,fl oz,,,232,0
gen_rice-vinegar,Rice vinegar,rice wine vinegar|seasoned rice vinegar,Pantry,"Dressings, Mayo & Oils",each,12,fl oz,,,247,0
gen_croutons,Croutons,crutons|salad croutons|salad toppings,Pantry,"Dressings, Mayo & Oils",each,5,oz,,,167,0
gen_vegetable-oil,Vegetable oil,oil|cooking oil|veg oil|salad oil|frying oil|neutral oil|soybean oil,Pantry,"Cooking Oils, Sugar & Basics",each,48,fl oz,,,397,0
gen_canola-oil,Canola oil,rapeseed oil,Pantry,"Cooking Oils, Sugar & Basics",each,48,fl oz,,,412,0
gen_olive-oil,Olive oil,light olive oil|pure olive oil,Pantry,"Cooking Oils, Sugar & Basics",each,17,fl oz,,,648,0
gen_extra-virgin-olive-oil,Extra virgin olive oil,evoo|extra virgin oil|virgin olive oil,Pantry,"Cooking Oils, Sugar & Basics",each,25.5,fl oz,,,984,0
gen_avocado-oil,Avocado oil,,Pantry,"Cooking Oils, Sugar & Basics",each,25,fl oz,,,1064,0
gen_coconut-oil,Coconut oil,refined coconut oil|virgin coconut oil,Pantry,"Cooking Oils, Sugar & Basics",each,14,oz,,,524,0
gen_sesame-oil,Sesame oil,toasted sesame oil|sesame seed oil,Pantry,"Cooking Oils, Sugar & Basics",each,5,fl oz,,,296,0
gen_cooking-spray,Cooking spray,pam|nonstick spray|non stick cooking spray|oil spray|baking spray|pam spray,Pantry,"Cooking Oils, Sugar & Basics",each,8,oz,,,297,0
gen_shortening,Shortening,crisco|vegetable shortening,Pantry,"Cooking Oils, Sugar & Basics",each,48,oz,,,624,0
gen_lard,Lard,manteca|pork lard,Pantry,"Cooking Oils, Sugar & Basics",each,16,oz,,,312,0
gen_ghee,Ghee,clarified butter,Pantry,"Cooking Oils, Sugar & Basics",each,13,oz,,,893,0
gen_granulated-sugar,Granulated sugar,sugar|white sugar|cane sugar|suger|fine sugar|caster sugar,Pantry,"Cooking Oils, Sugar & Basics",each,4,lb,,,348,0
gen_stevia-sweetener,Stevia sweetener,stevia|sugar substitute|splenda|artificial sweetener|sweetener|monk fruit sweetener|sweetener packets,Pantry,"Cooking Oils, Sugar & Basics",each,9.7,oz,,,448,0
gen_all-purpose-flour,All-purpose flour,flour|plain flour|white flour|ap flour|bleached flour|unbleached flour,Pantry,Baking,each,5,lb,,,262,0
gen_bread-flour,Bread flour,strong flour|pizza flour,Pantry,Baking,each,5,lb,,,384,0
gen_self-rising-flour,Self-rising flour,self raising flour,Pantry,Baking,each,5,lb,,,297,0
gen_whole-wheat-flour,Whole wheat flour,wheat flour|wholemeal flour,Pantry,Baking,each,5,lb,,,447,0
gen_almond-flour,Almond flour,almond meal|ground almonds,Pantry,Baking,each,16,oz,,,747,0
gen_cornmeal,Cornmeal,corn meal|yellow cornmeal,Pantry,Baking,each,2,lb,,,245,0
gen_masa-harina,Masa harina,masa|corn masa flour|instant corn masa,Pantry,Baking,each,4,lb,,,438,0
gen_cornstarch,Cornstarch,corn starch|cornflour|corn flour,Pantry,Baking,each,16,oz,,,163,0
gen_brown-sugar,Brown sugar,light brown sugar|golden brown sugar|dark brown sugar,Pantry,Baking,each,2,lb,,,235,0
gen_powdered-sugar,Powdered sugar,confectioners sugar|icing sugar|10x sugar,Pantry,Baking,each,2,lb,,,238,0
gen_corn-syrup,Corn syrup,light corn syrup|dark corn syrup,Pantry,Baking,each,16,fl oz,,,345,0
gen_molasses,Molasses,blackstrap molasses|treacle,Pantry,Baking,each,12,fl oz,,,385,0
gen_baking-soda,Baking soda,bicarbonate of soda|bicarb|soda bicarbonate|sodium bicarbonate,Pantry,Baking,each,16,oz,,,97,0
gen_baking-powder,Baking powder,double acting baking powder,Pantry,Baking,each,8.1,oz,,,185,0
gen_yeast,Yeast,active dry yeast|instant yeast|dry yeast|rapid rise yeast|yeast packets|bread machine yeast,Pantry,Baking,each,0.75,oz,,,158,0
gen_vanilla-extract,Vanilla extract,vanilla|pure vanilla extract|vanilla essence|imitation vanilla|vanilla flavoring,Pantry,Baking,each,2,fl oz,,,627,0
gen_almond-extract,Almond extract,almond flavoring,Pantry,Baking,each,2,fl oz,,,385,0
gen_cream-of-tartar,Cream of tartar,,Pantry,Baking,each,1.5,oz,,,342,0
gen_cocoa-powder,Cocoa powder,cocoa|unsweetened cocoa|unsweetened cocoa powder|baking cocoa|dutch process cocoa|cacao powder,Pantry,Baking,each,8,oz,,,447,0
gen_chocolate-chips,Chocolate chips,semi sweet chocolate chips|semisweet chocolate chips|choc chips|chocolate morsels|chocolate chunks|milk chocolate chips|mini chocolate chips|semisweet chocolate,Pantry,Baking,each,12,oz,,,323,0
gen_white-chocolate-chips,White chocolate chips,white chocolate|white baking chips|vanilla chips|white baking chocolate,Pantry,Baking,each,12,oz,,,337,0
gen_baking-chocolate,Baking chocolate,unsweetened chocolate|bittersweet chocolate|baking chocolate bar|unsweetened baking chocolate|cooking chocolate,Pantry,Baking,each,4,oz,,,327,0
gen_sweetened-condensed-milk,Sweetened condensed milk,condensed milk|sweet condensed milk,Pantry,Baking,each,14,oz,,,277,0
gen_evaporated-milk,Evaporated milk,canned milk|tinned milk,Pantry,Baking,each,12,oz,,,163,0
gen_shredded-coconut,Shredded coconut,coconut|coconut flakes|flaked coconut|sweetened coconut|desiccated coconut|sweetened shredded coconut|unsweetened coconut,Pantry,Baking,each,14,oz,,,297,0
gen_sprinkles,Sprinkles,jimmies|nonpareils|cake sprinkles|colored sugar|sanding sugar,Pantry,Baking,each,2.5,oz,,,227,0
gen_food-coloring,Food coloring,food colouring|food dye|food color|gel food coloring,Pantry,Baking,each,4,ct,pack,,345,0
gen_frosting,Frosting,icing|cake frosting|vanilla frosting|chocolate frosting|buttercream frosting,Pantry,Baking,each,16,oz,,,198,0
gen_yellow-cake-mix,Yellow cake mix,cake mix|vanilla cake mix|boxed cake mix,Pantry,Baking,each,15.25,oz,,,158,0
gen_chocolate-cake-mix,Chocolate cake mix,devils food cake mix|german chocolate cake mix,Pantry,Baking,each,15.25,oz,,,157,0
gen_brownie-mix,Brownie mix,fudge brownie mix,Pantry,Baking,each,18.4,oz,,,185,0
gen_cornbread-mix,Cornbread mix,corn muffin mix|corn bread mix|cornbread,Pantry,Baking,each,8.5,oz,,,73,0
gen_baking-mix,Baking mix,bisquick|biscuit mix|all purpose baking mix,Pantry,Baking,each,40,oz,,,335,0
gen_marshmallows,Marshmallows,large marshmallows|mini marshmallows|marshmellows|marsh mallows,Pantry,Baking,each,10,oz,,,158,0
gen_graham-cracker-crust,Graham cracker crust,graham cracker pie crust|graham crust|crumb pie crust,Pantry,Baking,each,6,oz,,,246,0
gen_unflavored-gelatin,Unflavored gelatin,gelatin|gelatin powder|gelatine|gelatin packets,Pantry,Baking,each,1,oz,,,248,0
gen_breadcrumbs,Breadcrumbs,bread crumbs|italian bread crumbs|dry breadcrumbs|plain breadcrumbs|seasoned breadcrumbs,Pantry,Baking,each,15,oz,,,175,0
gen_panko-breadcrumbs,Panko breadcrumbs,panko|japanese breadcrumbs,Pantry,Baking,each,8,oz,,,185,0
gen_chocolate-syrup,Chocolate syrup,chocolate sauce|hot fudge|ice cream topping,Pantry,Baking,each,24,oz,,,295,0
gen_table-salt,Table salt,salt|iodized salt|iodised salt|plain salt,Pantry,Spices & Seasonings,each,26,oz,,,77,0
gen_kosher-salt,Kosher salt,coarse salt|koser salt,Pantry,Spices & Seasonings,each,48,oz,,,348,0
gen_sea-salt,Sea salt,fine sea salt|himalayan salt|pink salt|pink himalayan salt|flaky salt|coarse sea salt|salt grinder,Pantry,Spices & Seasonings,each,17,oz,,,286,0
gen_black-pepper,Black pepper,pepper|ground black pepper|ground pepper|peper|cracked pepper|cracked black pepper,Pantry,Spices & Seasonings,each,3,oz,,,343,0
gen_black-peppercorns,Black peppercorns,peppercorns|whole peppercorns|pepper grinder|pink peppercorns,Pantry,Spices & Seasonings,each,2.5,oz,,,374,0
gen_garlic-powder,Garlic powder,granulated garlic|powdered garlic|garlic granules,Pantry,Spices & Seasonings,each,3.4,oz,,,137,0
gen_onion-powder,Onion powder,granulated onion|powdered onion,Pantry,Spices & Seasonings,each,3,oz,,,138,0
gen_garlic-salt,Garlic salt,,Pantry,Spices & Seasonings,each,5.25,oz,,,142,0
gen_paprika,Paprika,sweet paprika|hungarian paprika|parika,Pantry,Spices & Seasonings,each,2.5,oz,,,142,0
gen_smoked-paprika,Smoked paprika,spanish paprika|pimenton,Pantry,Spices & Seasonings,each,2,oz,,,275,0
gen_chili-powder,Chili powder,chilli powder|chile powder|ancho chili powder|chipotle powder,Pantry,Spices & Seasonings,each,3,oz,,,145,0
gen_ground-cumin,Ground cumin,cumin|cumin powder|comino|jeera,Pantry,Spices & Seasonings,each,2.5,oz,,,175,0
gen_dried-oregano,Dried oregano,oregano|mexican oregano|oregano leaves,Pantry,Spices & Seasonings,each,0.87,oz,,,136,0
gen_dried-basil,Dried basil,basil flakes|dried basil leaves,Pantry,Spices & Seasonings,each,0.62,oz,,,137,0
gen_dried-thyme,Dried thyme,thyme|ground thyme,Pantry,Spices & Seasonings,each,1,oz,,,197,0
gen_dried-rosemary,Dried rosemary,rosemary|rosemary leaves,Pantry,Spices & Seasonings,each,1,oz,,,212,0
gen_dried-sage,Dried sage,sage|rubbed sage|ground sage,Pantry,Spices & Seasonings,each,0.6,oz,,,246,0
gen_parsley-flakes,Parsley flakes,dried parsley|dried parsley flakes,Pantry,Spices & Seasonings,each,0.5,oz,,,128,0
gen_bay-leaves,Bay leaves,bayleaf|dried bay leaves,Pantry,Spices & Seasonings,each,0.12,oz,,,178,0
gen_italian-seasoning,Italian seasoning,italian herbs|mixed herbs|herbes de provence,Pantry,Spices & Seasonings,each,0.95,oz,,,137,0
gen_taco-seasoning,Taco seasoning,taco seasoning packet|taco mix|taco packets|taco seasoning mix,Pantry,Spices & Seasonings,each,1,oz,,,62,0
gen_ranch-seasoning,Ranch seasoning,ranch packet|ranch dip mix|dry ranch|ranch seasoning mix|ranch dressing mix,Pantry,Spices & Seasonings,each,1,oz,,,147,0
gen_cajun-seasoning,Cajun seasoning,creole seasoning|blackened seasoning,Pantry,Spices & Seasonings,each,8,oz,,,245,0
gen_seasoned-salt,Seasoned salt,season salt|seasoning salt,Pantry,Spices & Seasonings,each,8,oz,,,167,0
gen_adobo-seasoning,Adobo seasoning,adobo|all purpose seasoning,Pantry,Spices & Seasonings,each,8,oz,,,236,0
gen_poultry-seasoning,Poultry seasoning,,Pantry,Spices & Seasonings,each,1.5,oz,,,262,0
gen_ground-cinnamon,Ground cinnamon,cinnamon|cinamon|cinnamon powder|cinnimon,Pantry,Spices & Seasonings,each,2.4,oz,,,142,0
gen_ground-nutmeg,Ground nutmeg,nutmeg|nutmeg powder,Pantry,Spices & Seasonings,each,1.1,oz,,,298,0
gen_ground-ginger,Ground ginger,ginger powder|powdered ginger|dried ginger,Pantry,Spices & Seasonings,each,1.6,oz,,,246,0
gen_ground-cloves,Ground cloves,cloves|whole cloves,Pantry,Spices & Seasonings,each,1,oz,,,327,0
gen_allspice,Allspice,ground allspice|all spice|allspice berries,Pantry,Spices & Seasonings,each,1,oz,,,336,0
gen_cayenne-pepper,Cayenne pepper,cayenne|cayanne pepper|ground red pepper|ground cayenne,Pantry,Spices & Seasonings,each,1.75,oz,,,167,0
gen_red-pepper-flakes,Red pepper flakes,crushed red pepper|chili flakes|crushed red pepper flakes|red chili flakes|chile flakes|hot pepper flakes,Pantry,Spices & Seasonings,each,1.5,oz,,,142,0
gen_turmeric,Turmeric,ground turmeric|tumeric|turmeric powder,Pantry,Spices & Seasonings,each,1.9,oz,,,225,0
gen_curry-powder,Curry powder,yellow curry powder|curry,Pantry,Spices & Seasonings,each,1.9,oz,,,223,0
gen_garam-masala,Garam masala,masala|chaat masala,Pantry,Spices & Seasonings,each,1.7,oz,,,377,0
gen_ground-coriander,Ground coriander,coriander|coriander seeds|coriander powder,Pantry,Spices & Seasonings,each,1.25,oz,,,297,0
gen_cardamom,Cardamom,ground cardamom|cardamom pods|green cardamom,Pantry,Spices & Seasonings,each,1,oz,,,785,0
gen_dry-mustard,Dry mustard,mustard powder|ground mustard|dry mustard powder,Pantry,Spices & Seasonings,each,1.7,oz,,,267,0
gen_sesame-seeds,Sesame seeds,sesame|toasted sesame seeds|black sesame seeds,Pantry,Spices & Seasonings,each,2.5,oz,,,246,0
gen_poppy-seeds,Poppy seeds,poppyseed|white poppy seeds,Pantry,Spices & Seasonings,each,2.6,oz,,,312,0
gen_five-spice-powder,Five spice powder,five spice|chinese five spice|5 spice,Pantry,Spices & Seasonings,each,1.75,oz,,,346,0
gen_peanut-butter,Peanut butter,creamy peanut butter|pb|smooth peanut butter|peanutbutter,Pantry,"Peanut Butter, Jam & Honey",each,16,oz,,,198,0
gen_crunchy-peanut-butter,Crunchy peanut butter,chunky peanut butter,Pantry,"Peanut Butter, Jam & Honey",each,16,oz,,,197,0
gen_almond-butter,Almond butter,nut butter|cashew butter|sunflower butter,Pantry,"Peanut Butter, Jam & Honey",each,12,oz,,,597,0
gen_hazelnut-spread,Hazelnut spread,nutella|chocolate hazelnut spread|chocolate spread|cookie butter,Pantry,"Peanut Butter, Jam & Honey",each,13,oz,,,348,0
gen_grape-jelly,Grape jelly,jelly|grape jam,Pantry,"Peanut Butter, Jam & Honey",each,30,oz,,,253,0
gen_strawberry-jam,Strawberry jam,jam|strawberry jelly|strawberry preserves|preserves,Pantry,"Peanut Butter, Jam & Honey",each,18,oz,,,285,0
gen_orange-marmalade,Orange marmalade,marmalade|marmelade|marmellade,Pantry,"Peanut Butter, Jam & Honey",each,18,oz,,,317,0
gen_honey,Honey,clover honey|honey bear|raw honey|local honey,Pantry,"Peanut Butter, Jam & Honey",each,12,oz,,,367,0
gen_mac-and-cheese,Mac and cheese,macaroni and cheese|mac n cheese|boxed mac and cheese|mac cheese|macncheese,Pantry,Macaroni & Cheese,each,7.25,oz,,,95,0
gen_spaghetti,Spaghetti,pasta|spagetti|spaghetti noodles|spaghetti pasta|thin spaghetti|spagheti|dry pasta,Pantry,Pasta & Noodles,each,16,oz,,,104,0
gen_angel-hair-pasta,Angel hair pasta,angel hair|capellini|vermicelli,Pantry,Pasta & Noodles,each,16,oz,,,108,0
gen_penne,Penne,penne pasta|penne rigate|mostaccioli,Pantry,Pasta & Noodles,each,16,oz,,,104,0
gen_rotini,Rotini,rotini pasta|spiral pasta|fusilli|corkscrew pasta,Pantry,Pasta & Noodles,each,16,oz,,,104,0
gen_elbow-macaroni,Elbow macaroni,macaroni|elbow noodles|elbows|macaroni noodles|elbow pasta|maccaroni,Pantry,Pasta & Noodles,each,16,oz,,,104,0
gen_fettuccine,Fettuccine,fettuccini|fettucine noodles|tagliatelle|fettucini,Pantry,Pasta & Noodles,each,16,oz,,,107,0
gen_linguine,Linguine,linguini|linguine pasta,Pantry,Pasta & Noodles,each,16,oz,,,107,0
gen_pasta-shells,Pasta shells,medium shells|jumbo shells|shell pasta|large pasta shells|shells,Pantry,Pasta & Noodles,each,16,oz,,,128,0
gen_lasagna-noodles,Lasagna noodles,lasagne|lasagna sheets|lasagne noodles|oven ready lasagna,Pantry,Pasta & Noodles,each,16,oz,,,183,0
gen_orzo,Orzo,orzo pasta|ditalini|small pasta|pastina,Pantry,Pasta & Noodles,each,16,oz,,,137,0
gen_egg-noodles,Egg noodles,noodles|wide egg noodles|kluski noodles,Pantry,Pasta & Noodles,each,12,oz,,,162,0
gen_gluten-free-pasta,Gluten-free pasta,gf pasta|chickpea pasta|protein pasta|lentil pasta,Pantry,Pasta & Noodles,each,12,oz,,,285,0
gen_rice-noodles,Rice noodles,pad thai noodles|rice vermicelli|rice sticks|bean thread noodles|glass noodles,Pantry,Pasta & Noodles,each,8,oz,,,247,0
gen_gnocchi,Gnocchi,potato gnocchi|noki,Pantry,Pasta & Noodles,each,16,oz,,,248,0
gen_cheese-tortellini,Cheese tortellini,tortellini|tortelini|fresh pasta|fresh tortellini,Pantry,Pasta & Noodles,each,20,oz,,,545,0
gen_cheese-ravioli,Cheese ravioli,ravioli|refrigerated ravioli,Pantry,Pasta & Noodles,each,20,oz,,,546,0
gen_white-rice,White rice,rice|long grain rice|long grain white rice|enriched rice|ryce,Pantry,Rice & Grains,each,5,lb,,,364,0
gen_brown-rice,Brown rice,whole grain rice|long grain brown rice,Pantry,Rice & Grains,each,2,lb,,,192,0
gen_jasmine-rice,Jasmine rice,thai rice|jasmin rice,Pantry,Rice & Grains,each,5,lb,,,597,0
gen_basmati-rice,Basmati rice,basmati|indian rice,Pantry,Rice & Grains,each,2,lb,,,448,0
gen_microwave-rice,Microwave rice,ready rice|rice pouches|rice cups|90 second rice,Pantry,Rice & Grains,each,8.8,oz,,,185,0
gen_sushi-rice,Sushi rice,short grain rice|sticky rice|calrose rice|medium grain rice|glutinous rice,Pantry,Rice & Grains,each,2,lb,,,345,0
gen_arborio-rice,Arborio rice,risotto rice|risotto,Pantry,Rice & Grains,each,16,oz,,,346,0
gen_yellow-rice-mix,Yellow rice mix,yellow rice|saffron rice|spanish rice|rice mix|mexican rice|rice pilaf|rice and vermicelli mix,Pantry,Rice & Grains,each,6.8,oz,,,123,0
gen_quinoa,Quinoa,keen wah|red quinoa|white quinoa|tricolor quinoa,Pantry,Rice & Grains,each,16,oz,,,386,0
gen_couscous,Couscous,cous cous|israeli couscous|pearl couscous,Pantry,Rice & Grains,each,10,oz,,,238,0
gen_dried-pinto-beans,Dried pinto beans,dry pinto beans|dry beans|dried beans,Pantry,Dried Fruit & Beans,each,2,lb,,,243,0
gen_lentils,Lentils,dry lentils|brown lentils|red lentils|green lentils|lentels|dal,Pantry,Dried Fruit & Beans,each,1,lb,,,163,0
gen_raisins,Raisins,golden raisins|sultanas|rasins|raisin boxes,Pantry,Dried Fruit & Beans,each,20,oz,,,375,0
gen_dried-cranberries,Dried cranberries,craisins|sweetened dried cranberries,Pantry,Dried Fruit & Beans,each,10,oz,,,297,0
gen_dates,Dates,medjool dates|pitted dates|chopped dates,Pantry,Dried Fruit & Beans,each,8,oz,,,412,0
gen_pancake-mix,Pancake mix,pancakes|waffle mix|hotcake mix|complete pancake mix|flapjack mix,Pantry,Pancake & Syrup,each,32,oz,,,236,0
gen_pancake-syrup,Pancake syrup,syrup|table syrup|maple flavored syrup|breakfast syrup,Pantry,Pancake & Syrup,each,24,fl oz,,,268,0
gen_maple-syrup,Maple syrup,pure maple syrup|real maple syrup,Pantry,Pancake & Syrup,each,12.5,fl oz,,,741,0
gen_taco-shells,Taco shells,hard taco shells|crunchy taco shells|corn taco shells,Pantry,Other Staples,each,12,ct,pack,13,186,0
gen_seaweed-sheets,Seaweed sheets,nori|seaweed|sushi nori|nori sheets,Pantry,Other Staples,each,10,ct,pack,,412,0
gen_boxed-skillet-dinner,Boxed skillet dinner,hamburger helper|cheeseburger macaroni|beef pasta box|skillet dinner,Pantry,Other Staples,each,5.9,oz,,,168,0
gen_instant-mashed-potatoes,Instant mashed potatoes,mashed potatoes|potato flakes|mashed potato mix,Pantry,Other Staples,each,13.3,oz,,,248,0
gen_stuffing-mix,Stuffing mix,stuffing|bread stuffing|turkey stuffing|cornbread stuffing,Pantry,Other Staples,each,6,oz,,,147,0
gen_crispy-fried-onions,Crispy fried onions,french fried onions|fried onions|onion straws,Pantry,Other Staples,each,6,oz,,,286,0
gen_toasted-oat-cereal,Toasted oat cereal,cereal|cheerios|cherrios|cheereos|oat rings|ceral,Breakfast & Cereal,Cereal & Granola,each,12,oz,,,248,0
gen_honey-nut-oat-cereal,Honey nut oat cereal,honey nut cheerios|honey oat cereal,Breakfast & Cereal,Cereal & Granola,each,12.25,oz,,,256,0
gen_frosted-corn-flakes,Frosted corn flakes,frosted flakes|sugar frosted flakes,Breakfast & Cereal,Cereal & Granola,each,13.5,oz,,,238,0
gen_corn-flakes,Corn flakes,cornflakes|corn flake cereal,Breakfast & Cereal,Cereal & Granola,each,18,oz,,,248,0
gen_crispy-rice-cereal,Crispy rice cereal,rice cereal|rice krispies|rice crispies|puffed rice cereal|crisped rice,Breakfast & Cereal,Cereal & Granola,each,12,oz,,,245,0
gen_raisin-bran,Raisin bran,bran cereal|raisin bran cereal,Breakfast & Cereal,Cereal & Granola,each,18.7,oz,,,285,0
gen_shredded-wheat,Shredded wheat,frosted shredded wheat|frosted bite size shredded wheat|mini wheats,Breakfast & Cereal,Cereal & Granola,each,18,oz,,,298,0
gen_cinnamon-squares-cereal,Cinnamon squares cereal,cinnamon cereal,Breakfast & Cereal,Cereal & Granola,each,12,oz,,,245,0
gen_fruity-cereal,Fruity cereal,fruit rings cereal|fruity rice cereal,Breakfast & Cereal,Cereal & Granola,each,12,oz,,,246,0
gen_chocolate-cereal,Chocolate cereal,chocolate puffs|cocoa cereal,Breakfast & Cereal,Cereal & Granola,each,12,oz,,,254,0
gen_marshmallow-cereal,Marshmallow cereal,marshmallow oat cereal,Breakfast & Cereal,Cereal & Granola,each,11.5,oz,,,267,0
gen_granola,Granola,granola cereal|oat granola|granola clusters,Breakfast & Cereal,Cereal & Granola,each,12,oz,,,386,0
gen_old-fashioned-oats,Old-fashioned oats,oats|oatmeal|rolled oats|porridge oats|old fashioned oatmeal|whole oats|porridge,Breakfast & Cereal,Breakfast Foods,each,42,oz,,,424,0
gen_quick-oats,Quick oats,quick cooking oats|one minute oats,Breakfast & Cereal,Breakfast Foods,each,42,oz,,,423,0
gen_steel-cut-oats,Steel-cut oats,irish oats|irish oatmeal,Breakfast & Cereal,Breakfast Foods,each,30,oz,,,412,0
gen_instant-oatmeal,Instant oatmeal,oatmeal packets|instant oats|maple brown sugar oatmeal|flavored oatmeal,Breakfast & Cereal,Breakfast Foods,each,10,ct,pack,43,247,0
gen_hot-wheat-cereal,Hot wheat cereal,cream of wheat|farina,Breakfast & Cereal,Breakfast Foods,each,28,oz,,,445,0
gen_grits,Grits,instant grits|quick grits|hominy grits,Breakfast & Cereal,Breakfast Foods,each,24,oz,,,238,0
gen_toaster-pastries,Toaster pastries,pop tarts|poptarts|strawberry toaster pastries,Breakfast & Cereal,Breakfast Foods,each,8,ct,pack,48,233,0
gen_breakfast-bars,Breakfast bars,cereal bars|fruit cereal bars|fig bars,Breakfast & Cereal,Breakfast Foods,each,8,ct,pack,37,285,0
gen_potato-chips,Potato chips,chips|crisps|plain chips|ripple chips|wavy chips|classic potato chips|kettle chips,Snacks,Chips,each,8,oz,,,246,0
gen_sour-cream-and-onion-chips,Sour cream and onion chips,sour cream & onion potato chips,Snacks,Chips,each,8,oz,,,247,0
gen_stacked-potato-crisps,Stacked potato crisps,pringles|potato crisps,Snacks,Chips,each,5.2,oz,,,187,0
gen_tortilla-chips,Tortilla chips,corn chips for salsa|restaurant style tortilla chips|nacho chips|totopos|taco chips,Snacks,Chips,each,13,oz,,,246,0
gen_nacho-cheese-tortilla-chips,Nacho cheese tortilla chips,doritos|nacho cheese chips|nacho tortilla chips,Snacks,Chips,each,9.25,oz,,,428,0
gen_cheese-puffs,Cheese puffs,cheetos|cheese curls|cheesy puffs|cheeze puffs|crunchy cheese curls,Snacks,Chips,each,8.5,oz,,,268,0
gen_snack-chip-variety-pack,Snack chip variety pack,variety pack chips|chip variety pack|lunch box chips|individual chips,Snacks,Chips,each,18,ct,pack,28,978,0
gen_saltine-crackers,Saltine crackers,crackers|saltines|soda crackers,Snacks,Crackers & Snack Mixes,each,16,oz,,,213,0
gen_butter-crackers,Butter crackers,ritz|ritz crackers|round crackers|buttery crackers,Snacks,Crackers & Snack Mixes,each,13.7,oz,,,256,0
gen_cheese-crackers,Cheese crackers,cheez its|cheeze its|cheese squares,Snacks,Crackers & Snack Mixes,each,12.4,oz,,,286,0
gen_fish-shaped-crackers,Fish-shaped crackers,goldfish|goldfish crackers,Snacks,Crackers & Snack Mixes,each,6.6,oz,,,247,0
gen_wheat-crackers,Wheat crackers,woven wheat crackers|whole wheat crackers|triangle crackers|snack crackers,Snacks,Crackers & Snack Mixes,each,9,oz,,,273,0
gen_graham-crackers,Graham crackers,grahams|honey graham crackers|gram crackers|chocolate graham crackers,Snacks,Crackers & Snack Mixes,each,14.4,oz,,,285,0
gen_pretzels,Pretzels,pretzel twists|pretzel sticks|pretzles|mini pretzels,Snacks,Crackers & Snack Mixes,each,16,oz,,,268,0
gen_trail-mix,Trail mix,trailmix|fruit and nut mix,Snacks,Crackers & Snack Mixes,each,26,oz,,,747,0
gen_microwave-popcorn,Microwave popcorn,popcorn|butter popcorn|movie theater popcorn|pop corn,Snacks,Popcorn,each,6,ct,pack,84,347,0
gen_popcorn-kernels,Popcorn kernels,popping corn|unpopped popcorn,Snacks,Popcorn,each,32,oz,,,248,0
gen_granola-bars,Granola bars,chewy granola bars|crunchy granola bars|chocolate chip granola bars,Snacks,Bars,each,8,ct,pack,24,248,0
gen_protein-bars,Protein bars,energy bars,Snacks,Bars,each,5,ct,pack,55,697,0
gen_crispy-rice-treats,Crispy rice treats,rice crispy treats|marshmallow treats|rice cereal treats,Snacks,Bars,each,8,ct,pack,22,298,0
gen_chocolate-chip-cookies,Chocolate chip cookies,cookies|choc chip cookies|chewy cookies,Snacks,Cookies,each,13,oz,,,295,0
gen_chocolate-sandwich-cookies,Chocolate sandwich cookies,oreos|sandwich cookies|cream filled cookies|chocolate creme cookies,Snacks,Cookies,each,14,oz,,,325,0
gen_vanilla-wafers,Vanilla wafers,vanilla wafer cookies,Snacks,Cookies,each,11,oz,,,265,0
gen_gelatin-dessert-mix,Gelatin dessert mix,jello|jell o|jelly powder|gelatin mix|strawberry gelatin,Snacks,Pudding & Gelatin,each,3,oz,,,97,0
gen_instant-pudding-mix,Instant pudding mix,pudding mix|vanilla pudding|instant pudding|chocolate pudding mix|pudding,Snacks,Pudding & Gelatin,each,3.4,oz,,,115,0
gen_pudding-cups,Pudding cups,chocolate pudding cups|pudding snacks,Snacks,Pudding & Gelatin,each,4,ct,pack,92,238,0
gen_mixed-nuts,Mixed nuts,nuts|nut mix|deluxe mixed nuts,Snacks,Nuts & Seeds,each,15,oz,,,645,0
gen_peanuts,Peanuts,roasted peanuts|salted peanuts|dry roasted peanuts|unsalted peanuts|cocktail peanuts,Snacks,Nuts & Seeds,each,16,oz,,,277,0
gen_almonds,Almonds,whole almonds|sliced almonds|slivered almonds|raw almonds|roasted almonds|toasted almonds|smoked almonds,Snacks,Nuts & Seeds,each,14,oz,,,597,0
gen_cashews,Cashews,whole cashews|cashew nuts|cashew halves,Snacks,Nuts & Seeds,each,16,oz,,,747,0
gen_walnuts,Walnuts,chopped walnuts|walnut halves|walnut pieces|walnut meats,Snacks,Nuts & Seeds,each,16,oz,,,548,0
gen_pecans,Pecans,pecan halves|chopped pecans|pecan pieces,Snacks,Nuts & Seeds,each,12,oz,,,768,0
gen_pistachios,Pistachios,pistachio nuts|shelled pistachios,Snacks,Nuts & Seeds,each,12,oz,,,721,0
gen_pine-nuts,Pine nuts,pignoli|pinenuts,Snacks,Nuts & Seeds,each,4,oz,,,784,0
gen_sunflower-seeds,Sunflower seeds,sunflower kernels,Snacks,Nuts & Seeds,each,16,oz,,,328,0
gen_pumpkin-seeds,Pumpkin seeds,pepitas,Snacks,Nuts & Seeds,each,8,oz,,,412,0
gen_chia-seeds,Chia seeds,chia,Snacks,Nuts & Seeds,each,12,oz,,,486,0
gen_flaxseed,Flaxseed,flax seeds|ground flaxseed|flax meal|linseed|flax,Snacks,Nuts & Seeds,each,16,oz,,,385,0
gen_beef-jerky,Beef jerky,jerky|turkey jerky,Snacks,Jerky,each,2.85,oz,,,595,0
gen_salsa,Salsa,tomato salsa|chunky salsa|mild salsa|medium salsa|salsa roja|picante sauce,Snacks,Dips & Salsa,each,24,oz,,,268,0
gen_fresh-salsa,Fresh salsa,pico de gallo|pico,Snacks,Dips & Salsa,each,14,oz,,,348,0
gen_salsa-verde,Salsa verde,green salsa|tomatillo salsa,Snacks,Dips & Salsa,each,16,oz,,,275,0
gen_hummus,Hummus,houmous|humus|garlic hummus|classic hummus,Snacks,Dips & Salsa,each,10,oz,,,337,0
gen_guacamole,Guacamole,guac|guacamole cups,Snacks,Dips & Salsa,each,8,oz,,,385,0
gen_queso-dip,Queso dip,cheese dip|nacho cheese|queso|nacho cheese sauce|cheese sauce|con queso,Snacks,Dips & Salsa,each,15,oz,,,312,0
gen_french-onion-dip,French onion dip,chip dip|onion dip|sour cream dip,Snacks,Dips & Salsa,each,16,oz,,,268,0
gen_fruit-snacks,Fruit snacks,gummy fruit snacks|fruit gummies|fruit leather,Snacks,Snacks,each,10,ct,pack,23,235,0
gen_milk-chocolate-bar,Milk chocolate bar,chocolate|chocolate bar|milk chocolate|choclate|candy bar|chocolate candy,Snacks,Candy & Pastries,each,4.4,oz,,,238,1
gen_dark-chocolate-bar,Dark chocolate bar,dark chocolate,Snacks,Candy & Pastries,each,3.5,oz,,,286,1
gen_candy-coated-chocolates,Candy-coated chocolates,m&ms|chocolate button candies,Snacks,Candy & Pastries,each,10,oz,,,447,1
gen_peanut-butter-cups,Peanut butter cups,chocolate peanut butter cups,Snacks,Candy & Pastries,each,10,oz,,,485,1
gen_chocolate-candy-variety-bag,Chocolate candy variety bag,candy|assorted candy|halloween candy|fun size candy|trick or treat candy,Snacks,Candy & Pastries,each,30,oz,,,1297,1
gen_gummy-candy,Gummy candy,gummy bears|gummies|gummy worms|gummi bears|fruit chews,Snacks,Candy & Pastries,each,28.8,oz,,,486,1
gen_hard-candy,Hard candy,peppermints|butterscotch candy|starlight mints|cinnamon candies,Snacks,Candy & Pastries,each,9,oz,,,198,1
gen_chewing-gum,Chewing gum,gum|bubble gum|sugar free gum|bubblegum,Snacks,Candy & Pastries,each,15,ct,pack,,147,1
gen_breath-mints,Breath mints,,Snacks,Candy & Pastries,each,1.5,oz,,,177,1
gen_orange-juice,Orange juice,juice|oj|orange juce|orange juice no pulp|orange juice with pulp,Beverages,Juice,each,52,fl oz,,,385,0
gen_apple-juice,Apple juice,apple juce,Beverages,Juice,each,64,fl oz,,,267,0
gen_apple-cider,Apple cider,sparkling apple cider|cider|sparkling cider,Beverages,Juice,each,64,fl oz,,,395,0
gen_cranberry-juice,Cranberry juice,cranberry juice cocktail|cranberry cocktail|cran apple juice,Beverages,Juice,each,64,fl oz,,,312,0
gen_grape-juice,Grape juice,white grape juice|sparkling grape juice,Beverages,Juice,each,64,fl oz,,,318,0
gen_pineapple-juice,Pineapple juice,,Beverages,Juice,each,46,fl oz,,,324,0
gen_grapefruit-juice,Grapefruit juice,,Beverages,Juice,each,52,fl oz,,,398,0
gen_vegetable-juice,Vegetable juice,v8|v8 juice|veggie juice,Beverages,Juice,each,64,fl oz,,,347,0
gen_lemonade,Lemonade,pink lemonade,Beverages,Juice,each,52,fl oz,,,245,0
gen_fruit-punch,Fruit punch,punch|fruit drink|tropical punch,Beverages,Juice,each,1,gal,,,298,0
gen_juice-boxes,Juice boxes,juice pouches|kids juice,Beverages,Juice,each,10,ct,pack,,347,0
gen_drink-mix,Drink mix,kool aid|powdered drink mix|drink mix packets|koolaid|water flavoring|lemonade mix,Beverages,Shakes & Drink Mixes,each,19,oz,,,298,0
gen_protein-shakes,Protein shakes,protein drinks|meal replacement shakes|nutrition shakes|nutritional shakes,Beverages,Shakes & Drink Mixes,each,4,ct,pack,,847,0
gen_protein-powder,Protein powder,whey protein|whey powder|whey protein powder|vanilla protein powder,Beverages,Shakes & Drink Mixes,each,32,oz,,,2497,0
gen_hot-cocoa-mix,Hot cocoa mix,hot chocolate|hot cocoa|hot chocolate mix|cocoa mix|hot choclate,Beverages,Shakes & Drink Mixes,each,10,ct,pack,20,228,0
gen_cola,Cola,coke|soda|pop|soda pop|soft drink|cola soda,Beverages,"Soda, Water & Energy",each,12,ct,pack,,697,1
gen_diet-cola,Diet cola,diet coke|diet soda|zero sugar cola|diet pop|sugar free soda,Beverages,"Soda, Water & Energy",each,12,ct,pack,,697,1
gen_lemon-lime-soda,Lemon-lime soda,sprite|7up|7 up|lemon lime pop,Beverages,"Soda, Water & Energy",each,12,ct,pack,,619,1
gen_root-beer,Root beer,rootbeer,Beverages,"Soda, Water & Energy",each,12,ct,pack,,598,1
gen_ginger-ale,Ginger ale,gingerale,Beverages,"Soda, Water & Energy",each,12,ct,pack,,612,1
gen_orange-soda,Orange soda,orange pop,Beverages,"Soda, Water & Energy",each,12,ct,pack,,598,1
gen_2-liter-soda,2-liter soda,two liter soda|2 liter,Beverages,"Soda, Water & Energy",each,2,l,,,186,1
gen_club-soda,Club soda,soda water,Beverages,"Soda, Water & Energy",each,33.8,fl oz,,,108,1
gen_tonic-water,Tonic water,tonic,Beverages,"Soda, Water & Energy",each,33.8,fl oz,,,108,1
gen_energy-drink,Energy drink,,Beverages,"Soda, Water & Energy",each,16,fl oz,,,256,1
gen_sports-drink,Sports drink,gatorade|electrolyte drink,Beverages,"Soda, Water & Energy",each,8,ct,pack,,748,1
gen_bottled-water,Bottled water,water|water bottles|drinking water|purified water|spring water,Beverages,"Soda, Water & Energy",each,40,ct,pack,,548,0
gen_gallon-water,Gallon water,gallon drinking water|water jug,Beverages,"Soda, Water & Energy",each,1,gal,,,134,0
gen_distilled-water,Distilled water,,Beverages,"Soda, Water & Energy",each,1,gal,,,138,0
gen_sparkling-water,Sparkling water,seltzer|seltzer water|flavored sparkling water|mineral water|carbonated water|fizzy water|bubbly water,Beverages,"Soda, Water & Energy",each,12,ct,pack,,423,0
gen_kombucha,Kombucha,,Beverages,"Soda, Water & Energy",each,16,fl oz,,,337,0
gen_ground-coffee,Ground coffee,coffee|coffe|medium roast coffee|coffee grounds|dark roast coffee|expresso,Beverages,Coffee,each,24,oz,,,1186,0
gen_coffee-beans,Coffee beans,whole bean coffee|whole coffee beans|espresso beans,Beverages,Coffee,each,12,oz,,,995,0
gen_coffee-pods,Coffee pods,k cups|kcups|single serve coffee|coffee capsules,Beverages,Coffee,each,12,ct,pack,,748,0
gen_instant-coffee,Instant coffee,espresso powder|instant espresso|freeze dried coffee|instant coffee granules,Beverages,Coffee,each,8,oz,,,848,0
gen_decaf-coffee,Decaf coffee,decaffeinated coffee|decaf,Beverages,Coffee,each,22,oz,,,1245,0
gen_iced-coffee,Iced coffee,cold brew coffee|cold brew|cold coffee|bottled coffee drink,Beverages,Coffee,each,48,fl oz,,,548,0
gen_tea-bags,Tea bags,tea|black tea|black tea bags|hot tea|orange pekoe tea,Beverages,Tea,each,100,ct,pack,,323,0
gen_green-tea,Green tea,green tea bags,Beverages,Tea,each,40,ct,pack,,348,0
gen_herbal-tea,Herbal tea,chamomile tea|peppermint tea|camomile tea|ginger tea|sleepy tea,Beverages,Tea,each,20,ct,pack,,324,0
gen_bottled-iced-tea,Bottled iced tea,sweet tea|iced tea|ice tea|unsweet tea,Beverages,Tea,each,1,gal,,,312,0
gen_beer,Beer,lager|light beer|dark beer,Beverages,Beer & Wine,each,12,ct,pack,,1398,1
gen_non-alcoholic-beer,Non-alcoholic beer,alcohol free beer|na beer,Beverages,Beer & Wine,each,6,ct,pack,,898,1
gen_red-wine,Red wine,wine|dry red wine|cabernet|merlot|pinot noir,Beverages,Beer & Wine,each,25.4,fl oz,,,897,1
gen_white-wine,White wine,dry white wine|chardonnay|pinot grigio|sauvignon blanc|moscato,Beverages,Beer & Wine,each,25.4,fl oz,,,867,1
gen_sparkling-wine,Sparkling wine,champagne|prosecco,Beverages,Beer & Wine,each,25.4,fl oz,,,1148,1
gen_frozen-mixed-vegetables,Frozen mixed vegetables,mixed vegetables|frozen veggies|mixed veggies|frozen vegetables|vegetables|veggies|peas and carrots,Frozen,Frozen Vegetables & Fruit,each,12,oz,,,117,0
gen_frozen-peas,Frozen peas,peas|green peas|frozen green peas|garden peas|petite peas|english peas,Frozen,Frozen Vegetables & Fruit,each,12,oz,,,118,0
gen_frozen-corn,Frozen corn,frozen sweet corn|frozen corn kernels,Frozen,Frozen Vegetables & Fruit,each,12,oz,,,118,0
gen_frozen-broccoli,Frozen broccoli,frozen broccoli florets,Frozen,Frozen Vegetables & Fruit,each,12,oz,,,132,0
gen_frozen-spinach,Frozen spinach,frozen chopped spinach|chopped spinach,Frozen,Frozen Vegetables & Fruit,each,12,oz,,,133,0
gen_cauliflower-rice,Cauliflower rice,riced cauliflower|cauli rice,Frozen,Frozen Vegetables & Fruit,each,12,oz,,,224,0
gen_frozen-stir-fry-vegetables,Frozen stir-fry vegetables,stir fry vegetables|stir fry veggies|asian vegetables,Frozen,Frozen Vegetables & Fruit,each,14,oz,,,247,0
gen_edamame,Edamame,shelled edamame|frozen edamame|soybeans,Frozen,Frozen Vegetables & Fruit,each,12,oz,,,236,0
gen_frozen-strawberries,Frozen strawberries,,Frozen,Frozen Vegetables & Fruit,each,16,oz,,,298,0
gen_frozen-blueberries,Frozen blueberries,,Frozen,Frozen Vegetables & Fruit,each,16,oz,,,348,0
gen_frozen-mixed-berries,Frozen mixed berries,berry blend|frozen fruit|frozen berries,Frozen,Frozen Vegetables & Fruit,each,16,oz,,,385,0
gen_french-fries,French fries,fries|frozen fries|frozen french fries|steak fries|waffle fries|crinkle fries|curly fries,Frozen,Frozen Vegetables & Fruit,each,32,oz,,,295,0
gen_frozen-potato-tots,Frozen potato tots,tater tots|tator tots|potato puffs|tots,Frozen,Frozen Vegetables & Fruit,each,32,oz,,,312,0
gen_frozen-hash-browns,Frozen hash browns,hash browns|hashbrowns|shredded hash browns|hash brown patties,Frozen,Frozen Vegetables & Fruit,each,30,oz,,,324,0
gen_frozen-dinner,Frozen dinner,tv dinner|frozen meals|microwave dinner|frozen entree,Frozen,Prepared Meals,each,11,oz,,,297,0
gen_frozen-lasagna,Frozen lasagna,lasagna|family size lasagna,Frozen,Prepared Meals,each,38,oz,,,897,0
gen_frozen-burritos,Frozen burritos,burritos|bean and cheese burritos|beef and bean burritos,Frozen,Prepared Meals,each,8,ct,pack,113,486,0
gen_stuffed-sandwich-pockets,Stuffed sandwich pockets,pocket sandwiches|ham and cheese pockets|pizza pockets,Frozen,Prepared Meals,each,2,ct,pack,128,328,0
gen_corn-dogs,Corn dogs,mini corn dogs|corndogs,Frozen,Prepared Meals,each,16,ct,pack,76,843,0
gen_pizza-rolls,Pizza rolls,pizza bites|bagel pizzas|pizza bagels,Frozen,Prepared Meals,each,50,ct,pack,14,548,0
gen_egg-rolls,Egg rolls,spring rolls|frozen egg rolls|eggrolls,Frozen,Prepared Meals,each,8,ct,pack,85,598,0
gen_potstickers,Potstickers,dumplings|gyoza|frozen dumplings|pot stickers|wontons,Frozen,Prepared Meals,each,21,oz,,,586,0
gen_chicken-nuggets,Chicken nuggets,nuggets|frozen chicken nuggets|chicken bites|dino nuggets|popcorn chicken,Frozen,Frozen Meat,each,32,oz,,,619,0
gen_breaded-chicken-strips,Breaded chicken strips,frozen chicken strips|chicken strips|chicken fingers|frozen chicken tenders,Frozen,Frozen Meat,each,25,oz,,,723,0
gen_frozen-chicken-breasts,Frozen chicken breasts,,Frozen,Frozen Meat,each,3,lb,piece,200,947,0
gen_meatballs,Meatballs,frozen meatballs|meat balls|italian meatballs,Frozen,Frozen Meat,each,26,oz,,,645,0
gen_fish-sticks,Fish sticks,fish fingers|frozen fish sticks|breaded fish,Frozen,Frozen Meat,each,24,oz,,,623,0
gen_veggie-burgers,Veggie burgers,black bean burgers|garden burgers|veggie patties,Frozen,Frozen Meat,each,4,ct,piece,71,448,0
gen_frozen-pepperoni-pizza,Frozen pepperoni pizza,pizza|frozen pizza|pepperoni pizza|supreme pizza|rising crust pizza,Frozen,Pizza,each,27,oz,,,485,0
gen_frozen-cheese-pizza,Frozen cheese pizza,cheese pizza,Frozen,Pizza,each,27,oz,,,471,0
gen_frozen-waffles,Frozen waffles,waffles|eggo|toaster waffles|eggo waffles,Frozen,Frozen Breakfast,each,10,ct,piece,35,268,0
gen_french-toast-sticks,French toast sticks,french toast|frozen french toast,Frozen,Frozen Breakfast,each,16,oz,,,348,0
gen_breakfast-sandwiches,Breakfast sandwiches,sausage egg and cheese biscuits|frozen breakfast sandwiches|sausage biscuits,Frozen,Frozen Breakfast,each,4,ct,pack,128,597,0
gen_onion-rings,Onion rings,frozen onion rings,Frozen,Frozen Meals & Sides,each,16,oz,,,367,0
gen_garlic-bread,Garlic bread,texas toast|frozen garlic bread|garlic toast|cheesy bread,Frozen,Frozen Bakery,each,10,oz,,,267,0
gen_puff-pastry,Puff pastry,puff pastry sheets|puff pastry dough|puffed pastry,Frozen,Frozen Bakery,each,17.3,oz,,,548,0
gen_phyllo-dough,Phyllo dough,filo dough|fillo dough|filo pastry|phyllo cups|phyllo,Frozen,Frozen Bakery,each,16,oz,,,447,0
gen_vanilla-ice-cream,Vanilla ice cream,ice cream|icecream|ice creme|vanilla icecream,Frozen,Ice Cream & Desserts,each,48,fl oz,,,348,0
gen_chocolate-ice-cream,Chocolate ice cream,choc ice cream,Frozen,Ice Cream & Desserts,each,48,fl oz,,,347,0
gen_ice-cream-sandwiches,Ice cream sandwiches,,Frozen,Ice Cream & Desserts,each,12,ct,pack,,468,0
gen_ice-cream-bars,Ice cream bars,fudge bars,Frozen,Ice Cream & Desserts,each,12,ct,pack,,447,0
gen_ice-pops,Ice pops,popsicles|freezer pops|popcicles|ice lollies|freeze pops|fruit bars,Frozen,Ice Cream & Desserts,each,24,ct,pack,,365,0
gen_sherbet,Sherbet,sorbet|sherbert|rainbow sherbet|gelato,Frozen,Ice Cream & Desserts,each,48,fl oz,,,347,0
gen_frozen-whipped-topping,Frozen whipped topping,cool whip|whipped topping|frozen topping,Frozen,Ice Cream & Desserts,each,8,oz,,,173,0
gen_ice-cream-cones,Ice cream cones,sugar cones|waffle cones|cake cones,Frozen,Ice Cream & Desserts,each,12,ct,pack,,247,0
gen_ice,Ice,ice cubes|bagged ice|party ice|crushed ice,Frozen,Ice,each,10,lb,,,297,0
gen_infant-formula,Infant formula,baby formula|formula|powdered formula,Baby,Baby Food,each,29,oz,,,2448,0
gen_baby-food-jars,Baby food jars,baby food|jarred baby food|baby puree,Baby,Baby Food,each,4,oz,,,118,0
gen_baby-food-pouches,Baby food pouches,baby pouches|toddler food pouches,Baby,Baby Food,each,4,oz,,,157,0
gen_baby-cereal,Baby cereal,infant cereal|baby oatmeal,Baby,Baby Food,each,8,oz,,,296,0
gen_baby-snacks,Baby snacks,baby puffs|teething biscuits|teethers|yogurt melts,Baby,Baby Food,each,1.5,oz,,,247,0
gen_electrolyte-solution,Electrolyte solution,pediatric electrolyte drink|electrolyte water|oral rehydration,Baby,Baby Food,each,33.8,fl oz,,,447,0
gen_baby-bottles,Baby bottles,bottle nipples|sippy cup,Baby,Baby Food,each,3,ct,pack,,1297,1
gen_pacifiers,Pacifiers,binky|dummy|soothers,Baby,Baby Food,each,2,ct,pack,,643,1
gen_diapers,Diapers,nappies|baby diapers|newborn diapers|dipers,Baby,Diapering,each,84,ct,pack,,2443,1
gen_training-pants,Training pants,potty training pants|toddler training pants,Baby,Diapering,each,40,ct,pack,,1947,1
gen_baby-wipes,Baby wipes,wipes|wet wipes|diaper wipes,Baby,Diapering,each,240,ct,pack,,597,1
gen_diaper-cream,Diaper cream,diaper rash cream|diaper ointment|rash cream,Baby,Diapering,each,4,oz,,,648,1
gen_baby-shampoo,Baby shampoo,baby wash|tear free shampoo,Baby,Diapering,each,13.6,fl oz,,,398,1
gen_baby-lotion,Baby lotion,baby moisturizer,Baby,Diapering,each,16,fl oz,,,485,1
gen_dry-dog-food,Dry dog food,dog food|kibble|dog kibble|puppy food|puppy chow,Pet,Dog,each,30,lb,,,2797,1
gen_canned-dog-food,Canned dog food,wet dog food,Pet,Dog,each,13.2,oz,,,146,1
gen_dog-treats,Dog treats,dog biscuits|dog bones|dog snacks,Pet,Dog,each,24,oz,,,445,1
gen_dog-chews,Dog chews,rawhide|dental chews|dog dental treats,Pet,Dog,each,10,ct,pack,,898,1
gen_dog-waste-bags,Dog waste bags,poop bags|doggie bags|dog poop bags,Pet,Dog,each,120,ct,pack,,547,1
gen_puppy-pads,Puppy pads,pee pads|potty pads|training pads|puppy training pads,Pet,Dog,each,50,ct,pack,,1198,1
gen_flea-and-tick-treatment,Flea and tick treatment,flea medicine|flea collar|flea treatment,Pet,Dog,each,4,ct,pack,,3497,1
gen_dry-cat-food,Dry cat food,cat food|cat kibble|kitten food|catfood,Pet,Cat,each,16,lb,,,1747,1
gen_canned-cat-food,Canned cat food,wet cat food|cat food cans,Pet,Cat,each,5.5,oz,,,78,1
gen_cat-treats,Cat treats,kitty treats,Pet,Cat,each,6,oz,,,347,1
gen_cat-litter,Cat litter,litter|kitty litter|clumping litter|kitty liter|clumping cat litter,Pet,Cat,each,25,lb,,,847,1
gen_bird-seed,Bird seed,birdseed|wild bird seed|bird food|suet cakes,Pet,Other Pets,each,20,lb,,,1248,1
gen_fish-food,Fish food,fish flakes|goldfish food,Pet,Other Pets,each,2.2,oz,,,485,1
gen_toilet-paper,Toilet paper,tp|bathroom tissue|bath tissue|toilet tissue|loo roll|toilet roll|toliet paper|tolet paper,Paper & Cleaning,Paper Goods,each,12,roll,pack,,1148,1
gen_paper-towels,Paper towels,papertowels|kitchen roll|paper towel rolls|kitchen towels,Paper & Cleaning,Paper Goods,each,6,roll,pack,,1093,1
gen_facial-tissues,Facial tissues,tissues|kleenex|tissue box|clenex,Paper & Cleaning,Paper Goods,each,160,sheet,pack,,177,1
gen_paper-napkins,Paper napkins,napkins|dinner napkins|serviettes,Paper & Cleaning,Paper Goods,each,200,ct,pack,,347,1
gen_paper-plates,Paper plates,plates|disposable plates|foam plates,Paper & Cleaning,Paper Goods,each,100,ct,pack,,695,1
gen_plastic-cups,Plastic cups,cups|disposable cups|party cups|red cups|red plastic cups,Paper & Cleaning,Paper Goods,each,50,ct,pack,,547,1
gen_plastic-cutlery,Plastic cutlery,plastic forks|plastic utensils|plasticware|plastic silverware|disposable utensils|plastic spoons,Paper & Cleaning,Paper Goods,each,48,ct,pack,,348,1
gen_aluminum-foil,Aluminum foil,foil|tin foil|tinfoil|aluminium foil|heavy duty foil,Paper & Cleaning,Paper Goods,each,75,sq ft,,,498,1
gen_plastic-wrap,Plastic wrap,saran wrap|cling wrap|cling film|clingfilm|food wrap,Paper & Cleaning,Paper Goods,each,200,sq ft,,,348,1
gen_parchment-paper,Parchment paper,baking paper|parchment,Paper & Cleaning,Paper Goods,each,50,sq ft,,,427,1
gen_wax-paper,Wax paper,waxed paper,Paper & Cleaning,Paper Goods,each,75,sq ft,,,248,1
gen_sandwich-bags,Sandwich bags,sandwich baggies|zipper sandwich bags|plastic sandwich bags,Paper & Cleaning,Paper Goods,each,100,ct,pack,,336,1
gen_freezer-bags,Freezer bags,gallon freezer bags|zip freezer bags|quart freezer bags,Paper & Cleaning,Paper Goods,each,30,ct,pack,,441,1
gen_food-storage-bags,Food storage bags,ziploc bags|ziplock bags|zip lock bags|ziplocs|storage bags|gallon bags|zipper bags|quart bags,Paper & Cleaning,Paper Goods,each,40,ct,pack,,443,1
gen_trash-bags,Trash bags,garbage bags|kitchen trash bags|bin bags|bin liners|13 gallon trash bags|tall kitchen bags|trashbags,Paper & Cleaning,Paper Goods,each,45,ct,pack,,897,1
gen_large-trash-bags,Large trash bags,contractor bags|lawn bags|30 gallon trash bags|yard bags|leaf bags,Paper & Cleaning,Paper Goods,each,28,ct,pack,,1047,1
gen_coffee-filters,Coffee filters,filters|basket coffee filters|cone coffee filters,Paper & Cleaning,Paper Goods,each,200,ct,pack,,225,1
gen_food-storage-containers,Food storage containers,plastic containers|meal prep containers|storage containers,Paper & Cleaning,Paper Goods,each,5,ct,pack,,795,1
gen_foil-pans,Foil pans,aluminum pans|disposable pans|foil baking pans|roasting pan,Paper & Cleaning,Paper Goods,each,3,ct,pack,,448,1
gen_straws,Straws,drinking straws|paper straws,Paper & Cleaning,Paper Goods,each,100,ct,pack,,198,1
gen_toothpicks,Toothpicks,tooth picks|wooden toothpicks,Paper & Cleaning,Paper Goods,each,250,ct,pack,,147,1
gen_dish-soap,Dish soap,dishwashing liquid|washing up liquid|dish liquid|dish detergent|liquid dish soap,Paper & Cleaning,Cleaning,each,24,fl oz,,,295,1
gen_dishwasher-detergent,Dishwasher detergent,dishwasher pods|dishwasher tablets|dishwasher soap|dishwasher packs|dish pods|dishwasher tabs,Paper & Cleaning,Cleaning,each,40,ct,pack,,998,1
gen_all-purpose-cleaner,All-purpose cleaner,multi surface cleaner|cleaner|multipurpose cleaner|cleaning spray|kitchen cleaner,Paper & Cleaning,Cleaning,each,32,fl oz,,,298,1
gen_glass-cleaner,Glass cleaner,windex|window cleaner,Paper & Cleaning,Cleaning,each,26,fl oz,,,324,1
gen_bathroom-cleaner,Bathroom cleaner,shower cleaner|tub cleaner|soap scum remover,Paper & Cleaning,Cleaning,each,32,fl oz,,,348,1
gen_toilet-bowl-cleaner,Toilet bowl cleaner,toilet cleaner|toilet tablets,Paper & Cleaning,Cleaning,each,24,fl oz,,,245,1
gen_bleach,Bleach,liquid bleach|chlorine bleach,Paper & Cleaning,Cleaning,each,81,fl oz,,,448,1
gen_disinfecting-wipes,Disinfecting wipes,clorox wipes|cleaning wipes|antibacterial wipes|sanitizing wipes,Paper & Cleaning,Cleaning,each,75,ct,pack,,446,1
gen_disinfectant-spray,Disinfectant spray,disinfecting spray|sanitizing spray,Paper & Cleaning,Cleaning,each,19,oz,,,648,1
gen_floor-cleaner,Floor cleaner,mopping solution|wood floor cleaner|hardwood floor cleaner,Paper & Cleaning,Cleaning,each,48,fl oz,,,448,1
gen_mop-pads,Mop pads,swiffer pads|mop refills|swiffer refills|swiffers|floor wipes,Paper & Cleaning,Cleaning,each,24,ct,pack,,848,1
gen_broom,Broom,broom and dustpan|dustpan,Paper & Cleaning,Cleaning,each,1,ct,piece,,998,1
gen_sponges,Sponges,scrub sponges|kitchen sponge|dish sponge,Paper & Cleaning,Cleaning,each,6,ct,pack,,397,1
gen_melamine-sponges,Melamine sponges,magic eraser|cleaning erasers,Paper & Cleaning,Cleaning,each,4,ct,pack,,447,1
gen_rubber-gloves,Rubber gloves,cleaning gloves|dish gloves|latex gloves|disposable gloves|nitrile gloves,Paper & Cleaning,Cleaning,each,2,ct,pack,,298,1
gen_oven-cleaner,Oven cleaner,grill cleaner,Paper & Cleaning,Cleaning,each,16,oz,,,493,1
gen_drain-cleaner,Drain cleaner,drain opener|drain unclogger,Paper & Cleaning,Cleaning,each,80,fl oz,,,798,1
gen_carpet-cleaner,Carpet cleaner,rug cleaner|carpet shampoo|carpet powder,Paper & Cleaning,Cleaning,each,22,fl oz,,,445,1
gen_air-freshener,Air freshener,room spray|air freshner|odor spray,Paper & Cleaning,Cleaning,each,8.8,oz,,,297,1
gen_fabric-refresher,Fabric refresher,febreze|fabric spray,Paper & Cleaning,Cleaning,each,23.6,fl oz,,,545,1
gen_ant-and-roach-spray,Ant and roach spray,bug spray for house|insecticide|ant spray|roach spray|wasp spray|ant traps,Paper & Cleaning,Cleaning,each,17.5,oz,,,543,1
gen_microfiber-cloths,Microfiber cloths,cleaning cloths|dish cloths|dishcloths|cleaning rags,Paper & Cleaning,Cleaning,each,8,ct,pack,,798,1
gen_laundry-detergent,Laundry detergent,detergent|washing powder|laundry soap|liquid laundry detergent|laundry detergant|clothes detergent|washing detergent,Paper & Cleaning,Laundry,each,92,fl oz,,,1197,1
gen_laundry-pods,Laundry pods,tide pods|laundry pacs|detergent pods|laundry packs,Paper & Cleaning,Laundry,each,42,ct,pack,,1248,1
gen_fabric-softener,Fabric softener,liquid fabric softener|fabric conditioner,Paper & Cleaning,Laundry,each,103,fl oz,,,898,1
gen_dryer-sheets,Dryer sheets,fabric softener sheets|drier sheets,Paper & Cleaning,Laundry,each,120,ct,pack,,648,1
gen_stain-remover,Stain remover,laundry stain remover|oxygen bleach|stain stick,Paper & Cleaning,Laundry,each,22,fl oz,,,448,1
gen_bar-soap,Bar soap,soap|bath soap|soap bar,Personal Care,Bath & Body,each,8,ct,pack,,697,1
gen_body-wash,Body wash,shower gel|bodywash|shower soap,Personal Care,Bath & Body,each,22,fl oz,,,547,1
gen_hand-soap,Hand soap,liquid hand soap|foaming hand soap|handsoap|liquid soap,Personal Care,Bath & Body,each,7.5,fl oz,,,148,1
gen_body-lotion,Body lotion,lotion|hand lotion|body cream|hand cream,Personal Care,Bath & Body,each,20,fl oz,,,598,1
gen_body-scrub,Body scrub,exfoliating scrub|sugar scrub,Personal Care,Bath & Body,each,10,oz,,,697,1
gen_epsom-salt,Epsom salt,,Personal Care,Bath & Body,each,64,oz,,,498,1
gen_deodorant,Deodorant,antiperspirant|deoderant|stick deodorant,Personal Care,Bath & Body,each,2.6,oz,,,543,1
gen_sunscreen,Sunscreen,sun block|sunblock|suntan lotion|sun cream,Personal Care,Bath & Body,each,8,fl oz,,,897,1
gen_razors,Razors,disposable razors|shaving razors,Personal Care,Bath & Body,each,5,ct,pack,,798,1
gen_shaving-cream,Shaving cream,shave cream|shave gel|shaving gel|shaving foam,Personal Care,Bath & Body,each,7,oz,,,298,1
gen_face-wash,Face wash,facial cleanser|face cleanser|facewash|face soap,Personal Care,Bath & Body,each,6,fl oz,,,798,1
gen_face-moisturizer,Face moisturizer,moisturizer|face lotion|face cream|facial moisturizer,Personal Care,Bath & Body,each,4,fl oz,,,993,1
gen_cotton-balls,Cotton balls,cotton|cotton pads|cotton rounds,Personal Care,Bath & Body,each,100,ct,pack,,223,1
gen_cotton-swabs,Cotton swabs,q tips|qtips|ear swabs|cotton buds,Personal Care,Bath & Body,each,500,ct,pack,,347,1
gen_lip-balm,Lip balm,chapstick|chap stick|lip balm stick,Personal Care,Bath & Body,each,3,ct,pack,,347,1
gen_petroleum-jelly,Petroleum jelly,vaseline,Personal Care,Bath & Body,each,13,oz,,,424,1
gen_shampoo,Shampoo,shampo|hair shampoo|moisturizing shampoo,Personal Care,Hair & Oral,each,22,fl oz,,,547,1
gen_conditioner,Conditioner,hair conditioner|creme rinse,Personal Care,Hair & Oral,each,22,fl oz,,,548,1
gen_hair-spray,Hair spray,hairspray|hair mousse,Personal Care,Hair & Oral,each,11,oz,,,447,1
gen_toothpaste,Toothpaste,tooth paste|whitening toothpaste|toothpast,Personal Care,Hair & Oral,each,5.4,oz,,,345,1
gen_toothbrush,Toothbrush,tooth brush|soft toothbrush,Personal Care,Hair & Oral,each,2,ct,pack,,397,1
gen_mouthwash,Mouthwash,mouth wash|mouth rinse,Personal Care,Hair & Oral,each,33.8,fl oz,,,548,1
gen_dental-floss,Dental floss,floss|flossers|floss picks|tooth floss,Personal Care,Hair & Oral,each,90,ct,pack,,297,1
gen_pads,Pads,maxi pads|sanitary pads|menstrual pads|sanitary napkins|feminine pads,Personal Care,Feminine Care,each,36,ct,pack,,698,1
gen_panty-liners,Panty liners,pantyliners|pantiliners|liners,Personal Care,Feminine Care,each,60,ct,pack,,447,1
gen_tampons,Tampons,,Personal Care,Feminine Care,each,36,ct,pack,,797,1
gen_incontinence-underwear,Incontinence underwear,adult diapers|adult briefs|incontinence pads|bladder pads,Personal Care,Feminine Care,each,30,ct,pack,,1397,1
gen_ibuprofen,Ibuprofen,advil|ibuprofin|ibuprofen tablets,Health,Pharmacy,each,100,ct,pack,,593,1
gen_acetaminophen,Acetaminophen,tylenol|pain reliever|paracetamol|pain killers|tylonol|pain medicine,Health,Pharmacy,each,100,ct,pack,,597,1
gen_aspirin,Aspirin,asprin|low dose aspirin|baby aspirin,Health,Pharmacy,each,120,ct,pack,,448,1
gen_childrens-pain-reliever,Children's pain reliever,childrens ibuprofen|childrens acetaminophen|kids fever reducer,Health,Pharmacy,each,4,fl oz,,,595,1
gen_antacid-tablets,Antacid tablets,tums|antacid|heartburn tablets,Health,Pharmacy,each,96,ct,pack,,445,1
gen_stomach-relief-liquid,Stomach relief liquid,pepto bismol|pepto|upset stomach medicine|bismuth,Health,Pharmacy,each,16,fl oz,,,447,1
gen_laxative,Laxative,stool softener|constipation medicine,Health,Pharmacy,each,17.9,oz,,,1243,1
gen_cough-drops,Cough drops,throat lozenges|lozenges,Health,Pharmacy,each,30,ct,pack,,227,1
gen_cough-syrup,Cough syrup,cough medicine|cough suppressant,Health,Pharmacy,each,8,fl oz,,,748,1
gen_cold-medicine,Cold medicine,cold and flu medicine|flu medicine|day and night cold medicine|decongestant|sinus medicine,Health,Pharmacy,each,24,ct,pack,,697,1
gen_allergy-medicine,Allergy medicine,allergy pills|antihistamine|loratadine|cetirizine|allergy tablets,Health,Pharmacy,each,30,ct,pack,,998,1
gen_sleep-aid,Sleep aid,sleeping pills|melatonin,Health,Pharmacy,each,60,ct,pack,,645,1
gen_multivitamin,Multivitamin,vitamins|gummy vitamins|multi vitamin,Health,Pharmacy,each,150,ct,pack,,997,1
gen_vitamin-c,Vitamin C,vitamin c tablets|vitamin c gummies,Health,Pharmacy,each,100,ct,pack,,648,1
gen_vitamin-d,Vitamin D,vitamin d3,Health,Pharmacy,each,100,ct,pack,,598,1
gen_bandages,Bandages,band aids|bandaids|adhesive bandages|plasters,Health,Pharmacy,each,100,ct,pack,,448,1
gen_antibiotic-ointment,Antibiotic ointment,triple antibiotic ointment|first aid ointment|antibiotic cream,Health,Pharmacy,each,1,oz,,,448,1
gen_hydrogen-peroxide,Hydrogen peroxide,peroxide,Health,Pharmacy,each,32,fl oz,,,147,1
gen_rubbing-alcohol,Rubbing alcohol,isopropyl alcohol|alcohol swabs,Health,Pharmacy,each,32,fl oz,,,348,1
gen_hand-sanitizer,Hand sanitizer,sanitizer|hand gel|hand sanitiser,Health,Pharmacy,each,8,fl oz,,,247,1
gen_thermometer,Thermometer,digital thermometer,Health,Pharmacy,each,1,ct,piece,,897,1
gen_contact-lens-solution,Contact lens solution,contact solution,Health,Pharmacy,each,12,fl oz,,,698,1
gen_eye-drops,Eye drops,eyedrops|artificial tears,Health,Pharmacy,each,0.5,fl oz,,,648,1
gen_insect-repellent,Insect repellent,bug spray|mosquito repellent|mosquito spray,Health,Pharmacy,each,6,oz,,,598,1
gen_condoms,Condoms,,Health,Pharmacy,each,12,ct,pack,,998,1
gen_aa-batteries,AA batteries,batteries|double a batteries,Home & Other,Household,each,8,ct,piece,,747,1
gen_aaa-batteries,AAA batteries,triple a batteries,Home & Other,Household,each,8,ct,piece,,748,1
gen_light-bulbs,Light bulbs,lightbulbs|led bulbs|60 watt bulbs|bulbs,Home & Other,Household,each,4,ct,piece,,647,1
gen_candles,Candles,scented candle|jar candle,Home & Other,Household,each,1,ct,piece,,497,1
gen_birthday-candles,Birthday candles,cake candles,Home & Other,Household,each,24,ct,pack,,148,1
gen_matches,Matches,matchsticks|kitchen matches|match sticks,Home & Other,Household,each,300,ct,pack,,247,1
gen_lighter,Lighter,grill lighter|utility lighter,Home & Other,Household,each,1,ct,piece,,297,1
gen_charcoal,Charcoal,charcoal briquettes|briquettes|grill charcoal,Home & Other,Household,each,16,lb,,,998,1
gen_clear-tape,Clear tape,tape|sticky tape|cellophane tape|gift tape,Home & Other,Household,each,3,roll,pack,,347,1
gen_duct-tape,Duct tape,duck tape,Home & Other,Household,each,1,roll,pack,,493,1
gen_school-glue,School glue,glue|glue sticks|white glue,Home & Other,Household,each,4,oz,,,98,1
gen_pens,Pens,ballpoint pens|black pens|blue pens,Home & Other,Household,each,10,ct,pack,,297,1
gen_permanent-markers,Permanent markers,sharpies|markers,Home & Other,Household,each,4,ct,pack,,445,1
gen_notebook,Notebook,spiral notebook|composition notebook|notebook paper,Home & Other,Household,each,1,ct,piece,,127,1
gen_printer-paper,Printer paper,copy paper|computer paper|printing paper|paper,Home & Other,Household,each,500,sheet,pack,,597,1
gen_envelopes,Envelopes,mailing envelopes|business envelopes,Home & Other,Household,each,50,ct,pack,,295,1
gen_greeting-card,Greeting card,birthday card|card|thank you cards|sympathy card,Home & Other,Household,each,1,ct,piece,,395,1
gen_wrapping-paper,Wrapping paper,gift wrap|christmas wrapping paper,Home & Other,Household,each,1,roll,pack,,498,1
gen_balloons,Balloons,helium balloons|party balloons,Home & Other,Household,each,15,ct,pack,,298,1
gen_fresh-flowers,Fresh flowers,flowers|bouquet|roses|flower bouquet,Home & Other,Household,each,1,ct,piece,,1198,1
`;
