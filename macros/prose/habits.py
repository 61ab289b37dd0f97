"""How measure words end words: what tells a blank (办结件) from a noun (文件).

Only what stands right before a measure word at the end of a clause is looked at.
"""

import re
from enum import Enum
from typing import NamedTuple

from macros.prose.words import word_list


class Standing(Enum):
    """What a measure word without a number is."""

    BLANK = "blank"
    UNSURE = "unsure"
    WORD = "word"


class Habit(NamedTuple):
    """How one measure word behaves."""

    joined: str = ""
    """Last characters that make a word with it."""

    sure: str = ""
    """Last characters or words behind which its number is missing; checked first."""

    otherwise: Standing = Standing.BLANK
    unsure: str = ""
    """Last characters behind which it may be either."""


BLANK, UNSURE, WORD = Standing

PEOPLE = (
    "员|干部|群众|师|学生|[居村农市]民|者|儿童|妇女|专家|对象|分子|人士|护士|医生|书记|职工|同志|(?<!法定)代表|标兵|"
    "能手|家长|人才|青年|骨干|劳模|模范|先进个人|转正"
)

HABITS = {
    "次": Habit(
        "场人名层档版批频轮届期位主席班车航户件印依初历屡再渐序残梯级头目座语造年倒架例台家票站张项"
    ),
    "场次": Habit("专"),
    "人次": Habit("个"),
    "亩": Habit("公市分论"),
    "份": Habit("月年身股省县备成部辈过缘天情充双"),
    "篇": Habit("长短名开新诗续中全通专单佳鸿分"),
    "项": Habit("事选立款分列专单强弱奖子义进销要杂正负缺", unsure="查"),
    "个": Habit("真挨好"),
    "条": Habit("面教枯线链纸信便油词金头欠假法发白身枝荐苗皮木柳藤借字横布粉戒成"),
    "件": Habit(
        "文案事条证信零附邮稿软硬物构部要元组来急密快批原印描发收配器插课抄工备准标计样型铸锻函挂摆套管"
        "阀取寄送投补接退回阅图展电考制复旧",
        "案件|立案|来访",
        unsure="访诉办",
    ),
    "名": Habit(
        "姓报提排署签命著知有罪品地更实匿除点冠域书人站户别成笔出闻举无化学联齐虚功盛美骂英记挂起改取定指"
        "队村校厂单双前第头重文件",
        PEOPLE,
        UNSURE,
    ),
    "人": Habit(
        sure=f"{PEOPLE}|人口|劳动力|党纪处分|政务处分|纪律处分|组织处理|行政处罚|失信名单|罪犯|就业",
        unsure="训奖犯加",
        otherwise=WORD,
    ),
    "户": Habit(
        "农住用客账帐门窗大困保商散落开入体测贫殖植营迁范联包进逐分立销过租业储民",
        "群众|厕所|住房|危房",
        UNSURE,
    ),
    "家": Habit(sure="单位|门店|网点|场所|[店站]", otherwise=WORD),
    "处": Habit(
        "好到四查处用各何深去出长难事理票住益害坏别相短错痛妙惩论议严书停售此该近远高低内外并予罚可人位",
        "隐患|图斑|漏点|广场|隐患点|公厕",
        UNSURE,
    ),
    "起": Habit(sure="案件|纠纷|事故|投诉|争议|案例", otherwise=WORD),
    "宗": Habit(sure="地|案件", otherwise=WORD),
    "例": Habit(sure="手术|确诊", otherwise=WORD),
    "期": Habit(sure="班|讲座|专刊|简报|简讯", unsure="训", otherwise=WORD),
    "册": Habit("手名画注簿图账造分史清另上下装载在底台传", "手册|书籍", UNSURE),
    "场": Habit(sure="讲座|辅导|教育|汇演|宣讲|演出|论坛|活动", unsure="会练赛", otherwise=WORD),
    "元": Habit(sure="资?金|款|费|额|补贴|增收|收入|产值", otherwise=WORD),
    "台": Habit(sure="设备|机器|电脑|机", unsure="术", otherwise=WORD),
    "套": Habit("外手配成整圈全乱客俗河封笔护"),
    "座": Habit("讲星底插在就满卡客茶宝王"),
    "辆": Habit("车", "车辆"),
    "块": Habit("地模方石鱼肉金图斑砖土冰煤区", unsure="板"),
    "张": Habit("紧扩主夸慌铺声伸开嚣纸乖"),
    "支": Habit("收开分干透预超党列"),
    "对": Habit("核校针面应反绝相比查不结作配成敌", "结对", UNSURE),
    "卷": Habit(sure="整理|案卷|档案", otherwise=WORD),
    "节": Habit(sure="课", otherwise=WORD),
    "间": Habit(sure="教室|校舍|宿舍|病房|用房|实验室", otherwise=WORD),
    "所": Habit(sure="学校", otherwise=WORD),
    "位": Habit(sure="干部|党员|专家", otherwise=WORD),
    "笔": Habit(sure="贷款|资金", otherwise=WORD),
    "则": Habit(sure="信息|简讯", otherwise=WORD),
    "米": Habit(sure="管道|道路|沟渠|堤防|管网|围墙", otherwise=WORD),
    "株": Habit("病植毒守枯单"),
    **dict.fromkeys(word_list("盏 栋 幢 棵 艘 公里 千米 公顷 平方米 平方公里 立方米 吨"), Habit()),
    **dict.fromkeys(word_list("万元 亿元 件次 户次 例次 台次 家次 架次"), Habit()),
    **dict.fromkeys(word_list("批次 轮次 班次 车次 期次 课时 学时 学分"), Habit(otherwise=UNSURE)),
}
NO_WORD = Habit(otherwise=WORD)
SCALED = Habit()
"""万人次, 亿立方米 and the like end no word."""

CONNECTED = re.compile("(?:共计|累计|合计|总计|(?<!公)共|达到|(?<![传抵转下])达|超过|突破)$")
"""Behind these a number must follow, whatever the measure word."""


def standing(unit: str, before: str) -> Standing:
    """Return what a measure word at the end of a clause is, given the text before it."""
    if must_have_number(unit, before):
        return BLANK
    habit = _habit(unit)
    last = before[-1]
    if last in habit.joined:
        return WORD
    return UNSURE if last in habit.unsure else habit.otherwise


def must_have_number(unit: str, before: str) -> bool:
    """Return whether the text before a measure word leaves no doubt that its number is missing."""
    sure = _habit(unit).sure
    is_known = sure and re.search(f"(?:{sure})$", before)
    return bool(is_known or CONNECTED.search(before))


def _habit(unit: str) -> Habit:
    is_scaled = len(unit) > 1 and unit[0] in "万亿"
    return HABITS.get(unit) or (SCALED if is_scaled else NO_WORD)
