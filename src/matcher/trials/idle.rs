//! Small talk and other trades: with one, five and twenty entries nothing of it is answered.

use super::super::{Carefulness, Decision, Index};
use super::shop;

#[rustfmt::skip]
const IDLE: &[&str] = &[
    // Small talk.
    "你好", "在吗", "谢谢", "好的", "再见", "你吃饭了吗", "今天天气真好", "你叫什么名字", "你是男的还是女的", "讲个笑话吧", "我好无聊", "你喜欢什么颜色",
    "我失恋了", "祝你新年快乐", "周末愉快", "哈哈哈哈", "你真聪明", "我爱你", "你会唱歌吗", "晚安", "嗯嗯", "你多大了", "你家在哪里", "今天星期几",
    "明天会下雨吗", "我困了", "你会说英语吗", "陪我聊聊天", "你觉得我帅吗", "加油",
    // Other trades.
    "感冒发烧吃什么药", "宝宝半夜咳嗽怎么办", "高血压能喝咖啡吗", "怎么炒股", "房贷利率是多少", "北京到上海的高铁几点", "红烧肉怎么做", "附近有什么好吃的",
    "考研数学怎么复习", "怎么学好英语", "世界杯冠军是谁", "姚明多高", "珠穆朗玛峰有多高", "怎么申请护照", "身份证丢了去哪补办", "驾照怎么换证", "公积金怎么提取",
    "社保断交有影响吗", "离婚财产怎么分", "劳动合同没签怎么办", "电脑蓝屏了怎么修", "手机内存不够怎么清理", "怎么养多肉植物", "猫咪不吃饭怎么办", "狗狗打疫苗几针",
    "怎么减肥最快", "跑步膝盖疼", "颈椎病怎么锻炼", "近视手术安全吗", "牙疼吃什么药", "怀孕能吃螃蟹吗", "婴儿几个月会走路", "高考分数线多少", "大学专业怎么选",
    "写一首关于春天的诗", "一加一等于几", "圆周率是多少", "唐朝有多少位皇帝", "谁发明了电灯", "怎么去故宫", "三亚几月去合适", "酒店几点退房", "机票改签要钱吗",
    "飞机能带充电宝吗", "怎么办信用卡", "信用卡逾期会怎样", "基金定投好不好", "比特币还能买吗", "怎么考驾照", "轮胎多久换一次", "汽车保养多少公里一次",
    "空调不制冷怎么回事", "马桶堵了怎么通", "墙面发霉怎么处理", "怎么写辞职信", "面试要穿什么", "年终奖怎么算税", "小学生作文怎么写", "钢琴多大开始学",
    "推荐一部电影", "这首歌叫什么", "王者荣耀怎么上分", "微信怎么拉黑好友", "抖音怎么涨粉", "朋友圈怎么屏蔽人", "梦见蛇是什么意思", "双鱼座今天运势", "八字怎么算",
    "生日送女朋友什么",
    // Small talk.
    "hello", "hi there", "thanks a lot", "ok", "bye", "how are you", "what is your name", "are you a robot", "tell me a joke",
    "i am bored", "do you like music", "good morning", "have a nice weekend", "you are funny", "i love you", "sing me a song",
    "what is the meaning of life", "happy new year", "how old are you", "where do you live", "do you speak french", "haha",
    "what day is it today", "will it rain tomorrow", "talk to me", "i am tired", "who made you", "what is your favourite colour",
    "good night", "see you later",
    // Other trades.
    "what should I take for a fever", "my baby coughs at night", "can I drink coffee with high blood pressure",
    "how do I invest in stocks", "what is the mortgage rate", "when does the train to London leave",
    "how do I cook roast chicken", "any good restaurants nearby", "how do I prepare for my maths exam",
    "what is the best way to learn Spanish", "who won the world cup", "how tall is Mount Everest",
    "how do I apply for a passport", "what do I need for a visa", "how do I renew my driving licence", "how is alimony calculated",
    "can my landlord raise the rent", "my computer shows a blue screen", "how do I free up memory on my phone",
    "how often should I water a cactus", "my cat does not eat", "which vaccines does a puppy need", "how do I lose weight fast",
    "my knee hurts after running", "is laser eye surgery safe", "can I eat sushi while pregnant", "when do babies start to walk",
    "write a poem about spring", "what is two plus two", "what is the value of pi", "who invented the light bulb",
    "what is the capital of Australia", "when is the best time to visit Thailand", "what time is hotel checkout",
    "can I take a power bank on a plane", "how do I improve my credit score", "is bitcoin a good investment",
    "how often should tyres be replaced", "my air conditioning does not cool", "how do I unblock a toilet",
    "how do I remove mould from a wall", "how do I write a resignation letter", "what should I wear to an interview",
    "how is my bonus taxed", "at what age can a child learn piano", "recommend a film", "what song is this",
    "how do I block someone on Instagram", "how do I get more followers", "what does it mean to dream of snakes",
    "what is my horoscope today", "translate cat into Italian", "how do vaccines work", "why is the sky blue",
    "how many planets are there", "who wrote Hamlet", "how do I tie a tie", "what is a black hole",
    "how do I jump start a car", "best exercises for back pain", "is gluten bad for you", "how do I knit a scarf",
    "what is the exchange rate of the yen", "how do I start a podcast", "when was the moon landing", "can dogs eat chocolate",
    "how do I delete my browser history", "how long do I boil an egg", "what is the speed of light", "who is the president of France",
    "how do I change a nappy",
];

#[test]
fn nothing_idle_is_answered() {
    assert!(IDLE.len() >= 200, "{}", IDLE.len());
    for entries in [1, 5, 20] {
        let index = Index::build(&shop::source(entries), &[]);
        let threshold = index.threshold(Carefulness::Usual);
        let answered: Vec<String> = IDLE
            .iter()
            .map(|text| (text, index.ask(text)))
            .filter(|(_, found)| found.decide(threshold) == Decision::Answer)
            .map(|(text, found)| format!("{text}: {:?}", found.candidates.first()))
            .collect();
        assert!(answered.is_empty(), "with {entries} entries\n{}", answered.join("\n"));
        let shown = IDLE.iter().filter(|text| index.ask(text).decide(threshold) == Decision::Suggest).count();
        assert!(shown * 100 <= IDLE.len() * 15, "with {entries} entries {shown} are shown to choose from");
    }
}

#[test]
fn a_small_shop_answers_what_it_knows() {
    for (entries, text, expected) in [
        (1, "怎么退货", 1),
        (1, "how do I return an item", 1),
        (5, "请问运费多少钱", 3),
        (5, "我要开发票", 4),
        (5, "how much does shipping cost", 3),
        (5, "I need an invoice please", 4),
        (20, "快递到哪了", 11),
        (20, "退款什么时候到账呀", 6),
        (20, "where is my parcel now", 11),
        (20, "how can I cancel an order", 12),
        (20, "which payment methods are accepted", 9),
        (20, "jifenzenmeduihuan", 19),
    ] {
        let index = Index::build(&shop::source(entries), &[]);
        let found = index.ask(text);
        let decision = found.decide(index.threshold(Carefulness::Bold));
        assert_eq!(found.candidates[0].entry, expected, "{text}");
        assert_ne!(decision, Decision::HandOver, "{text} with {entries}: {} {}", found.p(), found.among);
    }
}
