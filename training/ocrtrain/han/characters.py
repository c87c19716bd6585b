"""
The characters of the Han reader: what names in traditional print are written with.

Big5 level 1 (5401 characters in everyday use), the characters of names beyond it, and forms that traditional print uses beside the
standard one (峯, 羣, 啓, 温). Simplified forms are left out: what the reader cannot say it cannot say by mistake.
"""

NONE = "\u3000"
"""The class of windows that show no character in their middle; in the model's alphabet it is the ideographic space."""

SURNAMES = """陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛
丁卓阮馬董温溫唐藍石蔣古紀姚連馮歐程湯田康姜汪白鄒尤巫鐘黎涂龔嚴韓袁金童陸夏柳凃邵關麥譚霍伍鄺區甘冼勞岑崔倪司徒陽諸葛上官單龍萬殷錢顧
湛布植梅車闕談尹任鮑簫翟樊容鄔駱屈雷文招蘆竇敖繆祝邢符雲韋畢仇利尚別聶焦辛管祁俞季賀包左華于鄂甄曲佘佟仝封芮靳松井段富焉弓牧隗山谷宓蓬全郗班仰秋仲伊宮寧
欒暴斜厲戎祖武景詹束幸司韶郜薊薄印宿懷蒲邰從索咸籍卓藺屠蒙池喬陰胥能蒼雙聞莘黨貢勞逄姬申扶堵冉宰酈雍卻璩桑桂濮牛壽通邊扈燕冀郟浦農晏柴瞿閻充慕連茹習宦艾魚容向
易慎戈庾終暨居衡步都耿滿弘匡國寇廣祿闞東利蔚越夔隆師鞏厙晁勾敖融冷訾辛那饒空毋沙乜養鞠須豐巢相查后荊紅權逯蓋益桓公仉督岳帥緱亢況郈有琴商牟佴伯賞墨哈譙年愛陽言福"""

GIVEN = """嫺嫻妤彣昀昊旻晞暐沅湉澐炘烜焜煐玟玹珈珩珣珺琁琬瑄璇璿祺禎禕秝筠絜芃芊苡荃莛菀蓁鈞鉉銓錡鍇鎧霈霏靚頤騏麒黛堃煊燊璟甯翀玥焱犇昇栢滙敍衞綉啓峯羣鷄鈎
邨焗喆塱蓢滘涌圳烚炆煒悅祥裡峰珮瑋婷琪璐瑤鑫淼垚梓涵萱怡雯妍婕倩菲琳琅瑩彧弈奕顥皓浩澔灝霖沐汐沛泓澤淇湘瀟瀾茜茹荷菁萌蓉蓓蔓蕊蕾薇芷芸芙苓莎莉蓮翊翎翔翰羿羲耀聰銘鋒銳錚鎮鈺錦
鍾鐘稅脫閱說郡邦郁郝郎酈驊駿驍麟鵬彥穎凱劍勳睿哲嘉囍坤培基堯墨夢姍娜娥媛媚嫣孜宇宏宸寧寶峻崇嵐崎巍帆幀庭弘彬彤影德志忠恒恆恩悠惠慈慧憲懿成承掬揚敏文斌斐旭旺昌明星春晉晏晶晴智暉曉曜曦
朗朋杰傑東柏柔栋棟桐梅森楚楠榕榮槿樂樺桦欣歆毅永沁法潔津洋洛洲浚濤淑淳清淵渝溪瀅滔漢漪潤濠炎炫炳烈煥然照熙熹燕爵牧珂珊珍珠球理琦琛琨琰琴瑛瑞瑾璋璞環甄甜生用甫
疆百皇盈盛真睦硯碧磊祐祖神祿福禧秀秉秋科穗立竣竹笑策筱紅純素紫結維綠緯緣縈縷繁紹綺纓羽美群義老耕育勝騰臻舒舜航良藝芝芬花芳芯若英茂茵菊華蒼蔚薪蘭虎虹蛟蝶衍裕西言詠語諾謙讚賢貞赫超越路輝辰達迅遠進逸道遙采重野鋼鎏長門開闊隆雁雄雅雨雪霄霆露青靖靜韜韻頌風飛馨香馥駒馳鳳鴻鵑鶴麗鼎齊姵婉媗婧婭嬌軒僑儀俐偉僖儒儷冠冰凌凡勁勵卉卿厚原友可吉同呈周品咪和哈唯善喜圓聖地均
坊城堅壯多大天太夫奇妙妹嬋子字存學安定宜宣宥家富寒寅寬尊小少尚岳岸島巧巨市希帝幸平年幼廉廣建弟強强彰律微心必懷思性恬情惟意愉愛慶慰憶忻應戀才抒振捷掌敬敦日映昂昕昭昶晁晚晟景晰暄暖暢月望朝木未本村杏材楓果枝柱格桂桃桑梧楷榆槐樹權歌正民水江池沙河治波泉泰活流浪海消深淨淩湖源滿濱潮澄澎濬瀚靈燦煌熊熠熾爽特狄玄玉玖玲璽玻珏珞現琥瑚瑰璃璧瓊
啟坤啟榕焯鋆琤炯烱煇煜燁燿爍珖珮琇瑜瑗璣瓏苑茗菡葦蔭薏芹萍潁潞湜渟浠淦沚汶泂洵涓滙瀛瀠灃彩彭徹志忍念怜恬悌惇惟愷慎憬曇晢晞晧晗晤暘暹曛昱昴旼旲杰松楨楹椿樾橋檀鏗鋐鍵錕鈿銥錫鑑鑒鑾銨釗鈴騫駰騄驥驤
倫伶俊信健偲傲仁仕任伊佑佩佳侃侑修倬儉允元兆先光克冬冼利創力功加劭勤升卓南博厲又叔台吾君周哲唐喬嘏嘯圃垣堂塵壹夏奎奮如妙妮姚姿娟娉婥婵媞嫦嬅孝孟孫守宗定宛實寶岱嶸嶽川州帥常幗庚康彥彪得從徽心怡恭悅惜想愫慕憐成戎戰才拔揚播政效教整新方旋族旦旨昌晃暉更曼書會朗本李杭杰林柳桓棋棠楊業榛樑歐歡正武殷毓民汀求汝沁沅沂沃沾泊洪洧派浚涂涵淮淵混添渡游湛溢溫滋漫濂濟熒熔燎牡猛獻率玨珀班瑆瑢瑤璨甘田由男略畢異登發皎皖盟盧相省眉眾睿瞳知石碩磐磷祈祝禹禾秦積穎空端章竟笛符簡籃粵精約級紋紘紜納細組絢統絲綵綸網緒練縉績繡罡羚翁翠耘聆聖聯肇肖胤能脩臣自至致興舉般船色艷芍芮苗苹范茉茱荔莊莫菱萬葆葉蒙蓀蔡蕙薈藍藹蘇蘊蘿衛裔裴覺觀訓許詩誌誠調諭諺謝證譽豐貝財責貴費賀資賓質贊赤起趙跡軍輔轉農迪送通造連運過達適遊遂邁邵部鄉鄰配釋鈁銀鋆鎔鏡鐵鑽閎閔閨關阿陶隨雍雙雷震霜靄非面音韋順頎願類顯飄養首騎驛高魁魯鮮鯉鳴鶯鷹鹿黎點龍"""

RARE = """佘佟仝俁俽倧偲傃儆倢倓僖儁佾倞妘姮姝姞媄嫄嬿嬡婞妠娫屾岍峒峘崍崧崴嵊嵩嶢巘峮崚崢岷杍柃栩栻桄梣棪棨棽楟楨榞榤檉檍櫸櫟柰泇沕沚沜洢洳浟浵淓淏淥湞湲溱溎滎滐漈漼潾澂澍澧濙芩茞荇莙菖葳葶蒨蕎蕓薐蘅蘄藟蘋苪茈
祜祫祹祼禔禘禤駉駸騑騵甦畀皛皞睎矞砡碕磡箴篪絪綝緁縯繇翥翯耑聃聿肸虓裎褘覃訢誾諝諲謐譓譞豳貽贇趯踽軏軻輈迺逖逵遄邈邰郃郄鄘鄢鄴闓闔阡陞雋霂霑霙霨靝鞏頊頠顒顓颺飈飭馡駪髹鯤鵾鶱鷟鸑麐黟黻鼐齡慜悊塏濼堉壎彞栞碁粦翺藴衮
鋕鋮鋹鍏鍪鎛鏇鏐鏸鏻鐓鐸鑌鉞鉌鉥鉦鋗鋙錞錤錩鍠鎣鐠鐶鑊鈊㙟㘵埗氹裏粧綫濶堦踪鑛麪竈牀着韵頴咏晋滘鰂啓銹慤叡勷勛燻迴兗丰卋珎仞佶俶倩偈偯僎儔凊刓劼勱匀卞厔吔咭喼坭埔埕堎塭壢壆夀夆奭妧娣嬪孖孭尪崁嵙嵻巿廍廈弌彔悆惲愔憓戩捌捭掞揆揸撝攰敉斝晭暕朘椗楂榑槓樨檸櫂櫻毑毓汨泖浤湓溋溍漖澳瀝炤炷烽焮熲燚爔牂犖珜珵琚琖琝琯瑀瑭璉璘璠瓈瓘瓚甡畇盱瞱砵磘窿竑笪筊筳篔糅綦縝罃翬翾聵舢舺艮苳苴茛莆莧菉菓葒蒓蓆蔴蕘藜虔蚋蛋蜆蝀袍諄諶謇谿豨賁賾跏踭軾轅迨逌遹郇鄞鈃銎鍔鎰閆閩陂隄霈靁靆韞顗飴駟鬢魷鮀鯪鱸鳧鴒鵷麾黌"""

FIRST_LEVEL = (range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))

_RADICALS = ((0x65E5, 0x66F0), (0x706B, 0x722A), (0x7389, 0x74DC))
"""Sun, fire and jade, after which parents look for rare characters: Big5 level 2 of these is taken whole."""


def _encodable(character, codec):
    try:
        character.encode(codec)
        return True
    except UnicodeEncodeError:
        return False


def _first_level():
    for row in FIRST_LEVEL[0]:
        for cell in FIRST_LEVEL[1]:
            try:
                yield bytes((row, cell)).decode("big5")
            except UnicodeDecodeError:
                pass


def repertoire():
    """All characters in code order, `NONE` not among them."""
    common = {c for c in _first_level() if "\u3400" <= c < "\uA000"}
    named = {c for c in SURNAMES + GIVEN + RARE if "\u3400" <= c < "\uA000" and _encodable(c, "big5hkscs")}
    radical = {chr(c) for first, end in _RADICALS for c in range(first, end) if _encodable(chr(c), "big5")}
    return sorted(common | named | radical)


def weights(characters):
    """How often each character is drawn: names three times as often as the rest, rare ones half as often."""
    names = set(SURNAMES) | set(GIVEN)
    common = set(_first_level())
    return [3.0 if c in names else 1.0 if c in common or c in RARE else 0.5 for c in characters]
