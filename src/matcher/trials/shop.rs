//! A shop's FAQ in both languages.

use super::super::{Language, Source, SourceEntry};

/// Entries: phrasings of Chinese, then of English.
#[rustfmt::skip]
const ENTRIES: &[(&[&str], &[&str])] = &[
    (&["怎么退货？", "我想退货怎么操作", "东西不想要了能退吗"], &["How do I return an item?", "I want to send this back"]),
    (&["什么时候发货？", "下单后多久发货"], &["When will my order be dispatched?", "How soon do you ship?"]),
    (&["运费是多少？", "邮费怎么算"], &["How much is shipping?", "What are the delivery costs?"]),
    (&["可以开发票吗？", "怎么开发票"], &["Can I get an invoice?", "I need a receipt for my company"]),
    (&["怎么修改收货地址？", "地址填错了怎么改"], &["How do I change my delivery address?", "I entered the wrong address"]),
    (&["退款多久到账？", "退款什么时候能收到"], &["How long does a refund take?", "When do I get my money back?"]),
    (&["怎么用优惠券？", "优惠券用不了怎么办"], &["How do I use a coupon?", "My discount code does not work"]),
    (&["忘记密码怎么办？", "登录不上去了"], &["I forgot my password", "I cannot log in"]),
    (&["支持哪些付款方式？", "可以用支付宝付款吗"], &["Which payment methods do you accept?", "Can I pay with PayPal?"]),
    (&["收到的商品坏了怎么办？", "东西破损了"], &["My item arrived damaged", "The product is broken"]),
    (&["怎么查物流？", "我的快递到哪里了"], &["Where is my parcel?", "How do I track my order?"]),
    (&["怎么取消订单？", "不想要了可以取消吗"], &["How do I cancel my order?", "Can I still cancel?"]),
    (&["保修期多长？", "坏了可以保修吗"], &["How long is the warranty?", "Is it covered by warranty?"]),
    (&["尺码怎么选？", "身高一米七穿什么码"], &["Which size should I take?", "Is there a size chart?"]),
    (&["可以换货吗？", "换个颜色行不行"], &["Can I exchange it for another colour?", "I want to swap the size"]),
    (&["你们发什么快递？", "能指定快递吗"], &["Which courier do you use?", "Can I choose the carrier?"]),
    (&["能送到国外吗？", "海外可以邮寄吗"], &["Do you ship abroad?", "Do you deliver to other countries?"]),
    (&["怎么成为会员？", "会员有什么好处"], &["How do I become a member?", "What are the benefits of membership?"]),
    (&["积分怎么兑换？", "积分有什么用"], &["How do I redeem my points?", "What can I do with points?"]),
    (&["实体店在哪里？", "有线下门店吗"], &["Where is your shop?", "Do you have a physical store?"]),
];

/// The first entries, with ids from 1.
pub fn source(entries: usize) -> Source {
    let entry = |(at, (zh, en)): (usize, &(&[&str], &[&str]))| {
        let phrasings = zh.iter().map(|text| (Language::Zh, (*text).to_owned()));
        let phrasings = phrasings.chain(en.iter().map(|text| (Language::En, (*text).to_owned())));
        SourceEntry::new(at as i64 + 1, phrasings.collect())
    };
    Source { entries: ENTRIES.iter().take(entries).enumerate().map(entry).collect() }
}
