"""Han lines: names in traditional and simplified characters, words, labels of cards, dates and addresses."""
from .common import Words, figures, number, scatter
from .latin import Latin

_LABELS_T = """香港永久性居民身份證|香港身份證|出生日期|簽發日期|性別|姓名|澳門特別行政區永久性居民身份證|澳門特別行政區非永久性居民身份證|身高|首次發出日期|本次發出日期|有效期至|代碼|編號|簽名|姓|名|
國籍|中華民國|戶籍地址|出生地|父|母|配偶|役別|統一編號|發證日期|住址|台灣|臺灣|香港|澳門|男|女|入境事務處處長|身份證明局|持有人|非永久性居民|居留權""".replace("\n", "").split("|")
_LABELS_S = """往来港澳通行证|往来台湾通行证|港澳居民来往内地通行证|台湾居民来往大陆通行证|出生日期|性别|有效期限|签发机关|签发地点|证件号码|换证次数|签发次数|姓名|国籍|公安部出入境管理局|
中华人民共和国出入境管理局|国家移民管理局|香港|澳门|台湾|个人旅游|团队旅游|探亲|商务|逗留|其他|一次|二次|多次|有效期至|备注|深圳|签发|居民身份证|民族|汉|住址|公民身份号码|长期|
中华人民共和国|护照|类型|国家码|护照号码|出生地点|持照人签名|身份证件号码|港澳居民居住证|台湾居民居住证|通行证号码|男|女""".replace("\n", "").split("|")
_SURNAMES_T = """陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 洪 郭 邱 曾 廖 賴 徐 周 葉 蘇 莊 呂 江 何 蕭 羅 高 潘 簡 朱 鍾 游 彭 詹 胡 施 沈 余 盧 梁 趙 顏 柯 翁 魏 孫 戴 范 方 宋 鄧 杜 傅 侯 曹 薛
丁 卓 阮 馬 董 温 溫 唐 藍 石 蔣 古 紀 姚 連 馮 歐 程 湯 黄 田 康 姜 汪 白 鄒 尤 巫 鐘 黎 涂 龔 嚴 韓 袁 金 童 陸 夏 柳 凃 邵 關 麥 譚 霍 伍 鄺 區 甘 冼 勞 岑 崔 倪 司徒 歐陽 諸葛 上官 司馬 單 龍 冯 萬 殷 錢 顧
湛 布 植 梅 車 闕 麦 談 尹 任 鮑 簫 翟 樊 黎 容 鄔 駱 屈 雷 文 招 蘆 竇 敖 繆 薜 利 祝 邢 符 雲 韋""".split()
_SURNAMES_S = """王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 曾 彭 萧 蔡 潘 田 董 袁 于 余 叶 蒋 杜 苏 魏 程 吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石
戴 贾 韦 夏 邱 方 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷 黎 史 龙 陶 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戚 莫 孔 向 汤 欧阳 司徒 上官 诸葛""".split()

# Characters of given names and places beyond the first levels of Big5 and GB2312.
NAME_CHARACTERS = """嫺嫻妤彣昀昊旻晞暐沅湉澐炘烜焜煐玟玹珈珩珣珺琁琬瑄瑀璇璿祺禎禕秝筠絜芃芊苡荃莛菀蓁鈞鉉銓錡鍇鎧霈霏靚頤騏麒黛堃煊燊璟甯翀玥焱犇昇栢滙敍衞麪粧綫裏啓峯羣牀綉銹濶堦踪鷄
鑛鈎邨埗嘅咗冇啲嚟佢哋噉喺攞嘢鰂焗喆塱蓢滘氹涌圳蠔烚炆㙟㘵戸户戶强強麽温説鋭税脱閲悦祥竈衆裡峰煒着双台湾珮瑋婷琪璐瑜瑶瑤鑫淼垚梓涵萱怡雯妍婕倩菲璇琳琅玮祎昱晟煜烨燁彧弈奕颢顥
皓浩澔灏灝霖沐汐沛泓泽澤淇湘潇瀟澜瀾茜茹荷莹瑩菁萌蓉蓓蔓蕊蕾薇芮芷芸芙苓莎莉莲蓮翊翎翔翰羿羲耀聪聰铭銘锋鋒锐铮錚镇鎮钰鈺锦錦锺鍾钟鐘銳稅脫閱說悅郡邦郁郝郎鄞酈驊骅骏駿骁驍麟鹏鵬
彥彦颖穎頴凱凯劍剑勳勋叡睿哲嘉囍坤培基堯尧墨夢梦姍姗娜娥媛媚嫣孜宇宏宸寧宁寶宝峻崇嵐岚崎巍帆幀庭弘彬彤影德志忠恒恆恩悠惠慈慧憲宪懿成承掬揚扬敏文斌斐旭旺昌明星春晉晋晏晶晴智暉晖曉晓曜曦
朗朋杰傑東东松柏柔栋棟桐梅森楚楠榕榮荣槿樂乐樺桦欣歆毅永沁法洁潔津洋洛洲浚涛濤淑淳清渊淵渝溪滢瀅滔漢汉漪潤润濠炎炫炳烈焕煥然照熙熹燕爵牧珂珊珍珠球理琦琛琨琰琴瑛瑞瑾璋璞環环甄甜生用田甫
疆白百皇盈盛真睦石砚硯碧磊祐祖神祿禄福禧秀秉秋科程穗立竣竹笑策筱紅红純纯素紫結结維维綠绿緯纬緣缘縈縷繁绍紹绮綺缨纓羽美群義义老耕育胜勝能腾騰臻舒舜航良艺藝芝芬花芳芯若英茂茵茹菊華华葉
蒼蓝藍蔚薪蘭兰虎虹蛟蝶衍裕西言詠咏詩诗誠诚語语諾诺謙谦讚賀贺賢贤贝贞貞赫超越路輝辉辰達达迅远遠進进逸道遥遙邱采重野金鋼钢鎏长長門開關闊陽阳隆雁雄雅雨雪雲云霄霆露青靖靜静韜韬韵韻頌颂風风
飞飛馨香馥駒驰馳高鳳凤鴻鸿鵑鹃鹤鶴麗丽黎鼎齊齐龍龙妮姵婉媗婧婭娅嬌娇孫穂軒轩郗鄭郑荘荞喬乔僑侨儀仪俐俞倫伦偉伟傢僖儒儷俪冠冰凌凡勁劲勵励卉卓卿厚原友可吉同呈周品咪和哈唐唯善喜圓圆圣聖地均
坊城堅坚壯壮夏多大天太夫奇妙妹姬婵嬋子字存季學学安官定宜宣宥家容富寒寅寬宽封尊小少尚山岳岸島巧巨市布希帝幸平年幼廉廣广建弟張強彰律徐微心必怀懷思性恬情惟意愉愛爱慕慶庆慰憶忆應应戀扶才抒振捷
掌敬敦文方施日旦映昂昕昭昶晁晋晗晚晟景晰暄暖暢畅曹月有望朝木未本村杏杉李材林枫楓果枝柱柳格桂桃桑梁梧梵楊楷榆槐樹树權权歌正武殊民水江池沙沈河治波泉泰洪活流浪海消深淨净淩清游湖湛源溫温滿满
滨濱潮澄澎濬瀚灵靈灿燦炜煌熊熠熾爽牛特狄玄玉王玖玲玺璽玻珏珞珮現琥瑚瑰瑶璃璐璧瓊琼""".replace("\n", "")


def repertoire():
    """All Han characters of the reader: Big5 level 1, GB2312 level 1 and characters of names; in code order."""
    characters = {c for c in NAME_CHARACTERS if ord(c) > 0x2FFF}
    for codec, rows, cells in (("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))), ("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))):
        for row in rows:
            for cell in cells:
                try:
                    c = bytes((row, cell)).decode(codec)
                except UnicodeDecodeError:
                    continue
                if len(c) == 1 and 0x3400 <= ord(c) < 0xA000:
                    characters.add(c)
    for text in (*_LABELS_T, *_LABELS_S, *_SURNAMES_T, *_SURNAMES_S):
        characters.update(text)
    return sorted(characters) + list("〇·，。、：；（）—《》“”")


def _encodable(characters, codec):
    def fits(c):
        try:
            c.encode(codec)
            return True
        except UnicodeEncodeError:
            return False
    return [c for c in characters if fits(c)]


class Han:
    def __init__(self, words, latin_words, places, measuring):
        every = [c for c in repertoire() if "\u3400" <= c < "\uA000"]
        words = [w for w in words if 1 < len(w) < 7 and all("\u3400" <= c < "\uA000" for c in w)]
        self._sides = {
            "traditional": (_encodable(every, "big5hkscs"), _LABELS_T, _SURNAMES_T),
            "simplified": (_encodable(every, "gb2312"), _LABELS_S, _SURNAMES_S),
        }
        known = {side: set(chars) for side, (chars, _, _) in self._sides.items()}
        self._words = {side: Words([w for w in words if set(w) <= known[side]], measuring) for side in known}
        self._places = [p for p in places if set(p) <= known["simplified"]]
        self._latin = Latin(latin_words, measuring)
        self._rest = sorted(set(every) - known["traditional"] - known["simplified"])

    def name(self, rng, side):
        characters, _, surnames = self._sides[side]
        return rng.choice(surnames) + "".join(rng.choice(characters) for _ in range(rng.choice((1, 2, 2, 2, 3))))

    def date(self, rng):
        y, m, d = rng.randint(1900, 2060), rng.randint(1, 12), rng.randint(1, 31)
        month = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()[m - 1]
        return rng.choice((
            f"{y}.{m:02d}.{d:02d}", f"{d:02d}-{m:02d}-{y}", f"{d:02d}-{m:02d}-{y % 100:02d}", f"({m:02d}-{y % 100:02d})", f"{y}年{m}月{d}日",
            f"{d:02d} {m}月/{month} {y}", f"{d:02d} {month} {y}", f"{y}.{m:02d}.{d:02d}-{y + 10}.{m:02d}.{d:02d}", f"{y}.{m:02d}.{d:02d}-长期",
            f"民國{y % 120}年{m}月{d}日"))

    def line(self, rng, side):
        """A line of one side: `traditional` or `simplified`."""
        characters, labels, _ = self._sides[side]
        r = rng.random()
        if r < 0.28:
            return self.name(rng, side)
        if r < 0.62:
            text = "".join(rng.choice(characters) for _ in range(rng.randint(2, 10)))
            if self._rest and rng.random() < 0.1:
                text += rng.choice(self._rest)
            return text
        if r < 0.76:
            return "".join(self._words[side].pick(rng) for _ in range(rng.randint(1, 4)))
        if r < 0.86:
            label = rng.choice(labels)
            kind = rng.random()
            if kind < 0.45:
                return label
            value = rng.choice((self.name(rng, side), self.date(rng), number(rng, 2, 9)))
            return label + rng.choice(("", " ", "：", ":")) + value
        if r < 0.9:
            return self.date(rng)
        if r < 0.93:
            if side == "traditional":
                return rng.choice(("男 M", "女 F", "男 / M", "女/F", f"***A{rng.choice('ZXWO')}", figures(rng)))
            return rng.choice(self._places) + rng.choice(("", "/" + self._latin.name(rng).upper(), f"{number(rng, 1, 3)}号", rng.choice(self._places)))
        if r < 0.98:
            return self._latin.line(rng)
        return scatter(rng, characters[:] if rng.random() < 0.5 else "·，。、：；（）—《》“”〇一二三十", 2, 6)
