//! What an index of made-up phrasings costs.

use std::time::Instant;

use servicedesk::matcher::{Index, Language, Source, SourceEntry};

#[rustfmt::skip]
const THINGS: [&str; 40] = [
    "订单", "快递", "运费", "发票", "退款", "换货", "优惠券", "会员卡", "积分", "地址", "密码", "手机号", "客户端", "电饭锅", "耳机", "充电器",
    "连衣裙", "运动鞋", "茶具", "坚果", "order", "parcel", "invoice", "refund", "coupon", "password", "address", "account", "charger",
    "headphones", "rice cooker", "dress", "running shoes", "gift card", "subscription", "delivery slot", "return label", "warranty",
    "payment", "points",
];
#[rustfmt::skip]
const ASKS: [(&str, &str); 16] = [
    ("怎么修改{}的{}", "how do I change the {} of my {}"), ("{}和{}什么时候到", "when will the {} with the {} arrive"),
    ("{}的{}丢了怎么办", "I lost the {} of the {}, what now"), ("没有{}可以要{}吗", "can I have the {} without a {}"),
    ("{}坏了{}谁出", "the {} is broken, who pays for the {}"), ("取消{}会影响{}吗", "does it matter for the {} if I cancel the {}"),
    ("{}要不要{}", "does the {} need a {}"), ("为什么{}里没有{}", "why is there no {} in my {}"), ("{}能换成{}吗", "can I swap the {} for a {}"),
    ("在哪里看{}的{}", "where do I find the {} for the {}"), ("{}多久能拿到{}", "how long does the {} take with a {}"),
    ("{}多少钱含{}吗", "what does the {} cost including the {}"), ("给朋友买{}送{}吗", "do I get a {} when I buy a {} for a friend"),
    ("{}过期了{}还能用吗", "my {} has expired, is the {} still valid"), ("第二件{}的{}打折吗", "is there a discount on the second {} or {}"),
    ("海外{}的{}怎么算", "how is the {} worked out for a {} abroad"),
];

fn phrasing(number: usize) -> (Language, String) {
    let (zh, en) = ASKS[number % ASKS.len()];
    let english = number / ASKS.len() % 2 == 1;
    let of_language = |at: usize| THINGS[if english { 20 + at % 20 } else { at % 20 }];
    let rest = number / ASKS.len() / 2;
    let text = if english { en } else { zh };
    let text = text.replacen("{}", of_language(rest), 1).replacen("{}", of_language(rest / 20 + 7), 1);
    (
        if english { Language::En } else { Language::Zh },
        format!("{text} {}", char::from(b'a' + (rest / 400 % 26) as u8)),
    )
}

/// Builds, changes and asks.
pub fn measure(phrasings: usize) -> anyhow::Result<()> {
    let entries = phrasings.div_ceil(4);
    let source = Source {
        entries: (0..entries)
            .map(|entry| SourceEntry::new(entry as i64, (0..4).map(|at| phrasing(entry * 4 + at)).collect()))
            .collect(),
    };
    let started = Instant::now();
    let index = Index::build(&source, &[]);
    println!("{} phrasings built in {:.0} ms", index.phrasings(), started.elapsed().as_secs_f64() * 1e3);
    println!("{:.1} MiB", index.bytes() as f64 / f64::from(1 << 20));
    let changed = SourceEntry::new(1, vec![(Language::En, "may I bring my dog to the shop".to_owned())]);
    let started = Instant::now();
    let index = index.with(&[changed]);
    println!("one entry live in {:.0} ms", started.elapsed().as_secs_f64() * 1e3);
    anyhow::ensure!(index.ask("may I bring my dog").candidates.first().is_some_and(|first| first.entry == 1));
    let mut times: Vec<f64> = (0..2_000)
        .map(|number| {
            let (_, text) = phrasing(number * 37 % phrasings.max(1));
            let started = Instant::now();
            let found = index.ask(&format!("{text} 急 today"));
            std::hint::black_box(found);
            started.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("asked: p50 {:.2} ms, p99 {:.2} ms, longest {:.2} ms", times[1_000], times[1_980], times[1_999]);
    Ok(())
}
