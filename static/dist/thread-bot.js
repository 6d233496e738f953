import{h as e,i as t}from"./thread.js";import{Aa as n,I as a,J as s,M as o,N as i,Z as l,ca as r,p as c,r as d,s as u,u as h}from"./app.js";o({sparkles:u`<path d="M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z"/>`,"thumbs-up":u`<path d="M7 10v12"/><path d="M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88Z"/>`,"thumbs-down":u`<path d="M17 14V2"/><path d="M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88Z"/>`});var p=e=>Math.min(99,Math.max(1,Math.round(100*e))),b=(e,t)=>t?e.trim()===t.answer.trim()?"taken":"edited":"ignored";function $(e){let t={key:"",id:null,items:[],sequence:0,chosen:0,hidden:!1,others:new Map,turned:!1,inserted:new Map,offered:new Map},n=null,a=e.api.call,s=e=>`/conversations/${encodeURIComponent(e)}/suggestions`,o=async(n,o,i)=>{try{let{items:r,for_sequence:c}=await a("GET",s(n)+(i?`?text=${encodeURIComponent(i)}`:""));if(t.key!==o)return;t.items=r.slice(0,3),t.sequence=c??0,t.chosen=0,t.turned=!1,t.hidden=!1,t.items.length&&t.offered.set(n,{faq_id:t.items[0].faq_id,sequence:t.sequence}),e.touch("composer"),l()}catch{}},i=()=>t.items[t.chosen],l=async()=>{let n=i();if(!n||t.others.has(n.faq_id))return;t.others.set(n.faq_id,null);let s=await a("GET",`/faq/${encodeURIComponent(n.faq_id)}`).catch(()=>null);t.others.set(n.faq_id,function(e,t){let n=Object.entries(e??{}).find(([,e])=>e?.answer&&e.answer.trim()!==t.trim());return n?{lang:n[0],question:n[1].question||"",answer:n[1].answer}:null}(s?.texts,n.answer)),e.touch("composer")};return function(e,t,n){e.client.on("outbox",({item:a,change:s})=>{let{conversation_id:o,content:i,note:l}=a;if("settled"!==s||l||!o||"text"!==i.kind)return;let r=t.inserted.get(o)??null,c=r??t.offered.get(o);t.inserted.delete(o),t.offered.delete(o),c?.sequence&&e.api.call("POST",n(o),{faq_id:c.faq_id,sequence:c.sequence,used:b(i.text??"",r)}).catch(()=>{})})}(e,t,s),{look(a){if(!e.hasFaq||a.ticket||"closed"===a.state||!a.waiting_since&&!e.presence.writing(a.id).some(e=>"visitor"===e.member.kind))return t.key="",t.items=[],void(t.hidden=!1);let s=(e.presence.writing(a.id).find(e=>"visitor"===e.member.kind)?.preview??"").trim(),i=[...s].length>=4?s:"";if(!i&&!a.waiting_since)return;let l=`${a.id} ${a.last_sequence} ${i}`;l!==t.key&&(t.id!==a.id&&(t.items=[]),t.id=a.id,t.key=l,clearTimeout(n),i?n=setTimeout(()=>{o(a.id,l,i)},400):o(a.id,l,""))},now(){let n=t.hidden||t.id!==e.openId?[]:t.items,a=n[t.chosen],s=a&&t.turned?t.others.get(a.faq_id):null;return{items:n,chosen:t.chosen,shown:{question:s?.question||a?.question||"",answer:s?.answer??a?.answer??"",lang:s?.lang,other:!!s}}},hasOther:()=>!(!i()||!t.others.get(i().faq_id)),turn(){t.turned=!t.turned,e.touch("composer")},choose(n){t.chosen=n,t.turned=!1,e.touch("composer"),l()},hide(){t.hidden=!0,t.id&&t.offered.delete(t.id),e.touch("composer")},taken(){let n=i();!n||!t.id||(t.inserted.set(t.id,{faq_id:n.faq_id,answer:this.now().shown.answer,sequence:t.sequence}),t.hidden=!0,e.touch("composer"))}}}var m={least:4,most:120},f={least:8,most:2e3},k=/[\s\p{P}\p{S}]+$/u,_=(e,{least:t,most:n})=>{let a=[...e].length;return a>=t&&a<=n};function g(e,t){let n=null;return e.client.on("outbox",({item:a,change:s,entry:o})=>{if("settled"!==s||a.note||!o||a.conversation_id!==e.openId)return;let i=e.thread?.entries??[],l=function(e,t,n){let a=e.find(e=>e.sequence===t);if("message"!==a?.type||a.note||"text"!==a.content?.kind)return null;let s=[];for(let a of e.filter(e=>e.sequence<t).reverse()){if("message"!==a.type||a.note)continue;if("visitor"!==a.sender.kind)break;let e="text"===a.content?.kind?(a.content.text??"").trim():"";e&&!n.includes(e.replace(k,"").toLowerCase())&&s.unshift(e)}let o=s.join(" ").replace(/\s+/g," "),i=(a.content.text??"").trim();return c(o)||!_(o,m)||!_(i,f)||/[?？]$/.test(i)?null:{question:o,answer:i}}(i.some(e=>e.sequence===o.sequence)?i:[...i,o],o.sequence,t);n=l&&{id:String(a.conversation_id),pair:l,sequence:o.sequence},e.touch("composer")}),{offered(t){if(!n||n.id!==t)return null;let{sequence:a}=n;return e.thread?.entries.some(e=>"message"===e.type&&e.sequence>a)?null:n.pair},dismiss(){n=null,e.touch("composer")},address:({question:e,answer:t})=>`/faq/new?${new URLSearchParams({question:e,answer:t})}`}}var v=new WeakMap;function w(e){let t=v.get(e);return t||v.set(e,t={advice:$(e),keeping:g(e,s("bot_talk.small").split("|"))}),t}var q=e=>s("bot_talk.placeholder",{name:y(e)});function y(e){for(let t of[...e.thread?.entries??[]].reverse())if("message"===t.type&&"bot"===t.sender.kind&&t.sender.name)return t.sender.name;return s("thread.sender_bot")}function x({field:e,put:t},n){let a=e();if(!a)return;let{value:s,selectionStart:o,selectionEnd:i}=a;t({text:s.slice(0,o)+n+s.slice(i),start:o+n.length,end:o+n.length})}function M(e,t){let{advice:n,keeping:a}=w(e),o=e.row;if(!o)return h;if("bot"===o.state)return((e,t)=>d`<div class="bot-answers" role="status">
${i("bot",16)}<span>${s("bot_talk.answers",{name:y(e)})}</span>
<button class="button compact" type="button" aria-keyshortcuts="m" @click=${()=>e.assign(t,e.agent.id)}>${s("bot_talk.take")}<kbd class="no-phone" aria-hidden="true">M</kbd></button>
</div>`)(e,o.id);if(n.look(o),t.note())return h;let l=function(e,t){let{items:n,chosen:a,shown:o}=t.now();if(!n.length)return h;let l=n[a];return d`<section class="advice" aria-label=${s("bot_talk.advice")}>
<div class="advice-one">
${i("sparkles",18)}
<div class="advice-what">
<p class="advice-source"><b>${s("bot_talk.source",{question:o.question})}</b> <span class="advice-p">${s("bot_talk.fits",{percent:p(l.p)})}</span></p>
<p class="advice-answer" lang=${o.lang??h}>${o.answer}</p>
</div>
<span class="advice-does">
<button class="button compact" type="button" @click=${()=>{x(e,o.answer),t.taken()}}>${s("bot_talk.insert")}<kbd class="no-phone" aria-hidden="true">Tab</kbd></button>
${t.hasOther()?d`<button class="text-button" type="button" @click=${()=>t.turn()}>${s(o.other?"bot_talk.language_back":"bot_talk.language")}</button>`:h}
<button class="icon-button" type="button" aria-label=${s("bot_talk.hide")} title=${`${s("bot_talk.hide")} · Esc`} @click=${()=>t.hide()}>${i("x",16)}</button>
</span>
</div>
${n.length>1?d`<div class="advice-more" role="group" aria-label=${s("bot_talk.choose")}>
${n.map((e,n)=>d`<button class="advice-pick" type="button" aria-pressed=${n===a} @click=${()=>t.choose(n)}>
<kbd class="no-phone" aria-hidden="true">${n+1}</kbd><span class="advice-name">${e.question}</span><span class="advice-p">${p(e.p)}%</span>
</button>`)}
</div>`:h}
</section>`}(t,n);return l===h?function(e,t,n){let a=n.offered(e.openId),o=t.keep();return a&&o?d`<div class="keep" role="status">
${i("sparkles",16)}<span>${s("bot_talk.keep_ask")}</span>
<button class="button compact" type="button" @click=${()=>o(n.address(a))}>${s("bot_talk.keep")}</button>
<button class="icon-button" type="button" aria-label=${s("bot_talk.hide")} @click=${()=>n.dismiss()}>${i("x",16)}</button>
</div>`:h}(e,t,a):l}function I(e,t,n){let{advice:a}=w(e),{items:s,chosen:o,shown:i}=a.now();if(!s.length||"bot"===e.row?.state||t.note()||n.metaKey||n.ctrlKey||n.altKey||n.shiftKey)return!1;if("Escape"===n.key)return a.hide(),!0;if(n.target.value)return!1;let l=/^[1-3]$/.test(n.key)?Number(n.key)-1:-1,r={ArrowDown:1,ArrowUp:-1}[n.key]??0;return"Tab"===n.key?(x(t,i.answer),a.taken(),!0):l>=0&&l<s.length?(a.choose(l),!0):!!(r&&s.length>1)&&(a.choose((o+r+s.length)%s.length),!0)}var S=({faq_id:e,question:t,p:n},a)=>d`${t?d`<a href=${`/faq/${encodeURIComponent(e)}`}>${t}</a>`:d`<span>${s("bot_talk.entry_gone")}</span>`} ${null===n?h:((e,t)=>d`<span class="sure">
<svg class="sure-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
<rect class="sure-all" width="100" height="6"></rect><rect class="sure-is" width=${p(e)} height="6"></rect>
<rect class="sure-needs" x=${t?p(t):100} width="0.7" height="6"></rect>
</svg>
<span class="sure-text">${p(e)}%</span>
</span>`)(n,a)}`,T=e=>a(`bot_talk.reason_${e}`)?s(`bot_talk.reason_${e}`):s("bot_talk.reason_other"),R=({content:e})=>"card"===e?.kind?e.card:null;function U(o,c,u){let b=(e=>e.sender.name??s("thread.sender_bot"))(c),$="buttons"===R(c)?.type;return d`<div class="turn turn-own turn-bot ${c.first?"":"turn-joined"}">
<div class="turn-body">
<span class="hidden">${s("bot_talk.says",{name:b})}</span>
${u}
<div data-message=${c.id??h} class="bubble bubble-own bubble-bot ${c.first?"":"joins"} ${c.last?"":"goes-on"}">${function(n){let a=R(n);return null===n.text?d`<em class="recalled">${s("thread.recalled")}</em>`:a&&"buttons"!==a.type?t(a):e(a?.text??n.text)}(c)}</div>
${$&&null!==c.text?function(e,t){let{choices:n,helped:a,person:o}=function(e,t,n){let a=new Set;for(let e of n)"message"!==e.type||"choice"!==e.content?.kind||e.content.of!==t||a.add(String(e.content.choice));return{choices:(e?.buttons??[]).filter(({id:e})=>!(e=>"bot:helpful"===e||"bot:unhelpful"===e)(e)&&"bot:person"!==e).map(e=>({...e,chosen:a.has(e.id)})),helped:a.has("bot:helpful")?"yes":a.has("bot:unhelpful")?"no":null,person:a.has("bot:person")}}(t.content?.card,t.id??"",e.thread?.entries??[]);return n.length||a||o?d`<div class="bot-asked">
${n.map(e=>d`<span class="chip ${e.chosen?"chip-chosen":""}">${e.chosen?d`${i("check",12)}<span class="hidden">${s("bot_talk.chosen")} </span>`:h}${e.label}</span>`)}
${a?d`<span class="bot-verdict">${i("yes"===a?"thumbs-up":"thumbs-down",14)}${s(`bot_talk.helped_${a}`)}</span>`:h}
${o?d`<span class="bot-verdict">${i("user",14)}${s("bot_talk.asked_person")}</span>`:h}
</div>`:h}(o,c):h}
<div class="stamp stamp-own">
${c.last?d`<span class="bot-who">${i("bot",14)}${s("bot_talk.automatic",{name:b})}</span>`:h}
<button class="text-button" aria-haspopup="dialog" aria-expanded="false" @click=${e=>async function(e,t,o){let i=e.openId;if(!i)return;let l,r,c=!1,u=n(t,s("bot_talk.why"),()=>d`<div class="why">
<h3>${s("bot_talk.why")}</h3>
${c?d`<p role="alert">${s("bot_talk.why_failed")}</p>`:void 0===l?d`<p aria-busy="true">${s("common.loading")}</p>`:l?function({outcome:e,reason:t,entry:n,others:o,language:i},l){let r=l?.[i.startsWith("zh")?"zh":"en"],c=a(`bot_talk.outcome_${e}`)?s(`bot_talk.outcome_${e}`):s("bot_talk.outcome_nothing"),u=o.filter(e=>e.faq_id!==n?.faq_id).slice(0,3);return d`<p class="why-did">${c}</p>
${t?d`<p class="why-reason">${T(t)}</p>`:h}
${n?d`<div class="why-match"><span class="why-label">${s("bot_talk.matched")}</span> ${S(n,r)}</div>`:h}
${u.length?d`<p class="why-label">${s(n?"bot_talk.others":"bot_talk.nearest")}</p>
<ul class="why-others">
${u.map(e=>d`<li>${S(e,r)}</li>`)}
</ul>`:h}
${r?d`<p class="why-label">${s("bot_talk.threshold",{percent:p(r)})}</p>`:h}`}(l,r):d`<p>${s("bot_talk.why_gone")}</p>`}
</div>`,{above:!0});if(u){try{let[{items:t},n]=await Promise.all([e.api.call("GET",`/conversations/${encodeURIComponent(i)}/bot`),e.api.call("GET","/bot").catch(()=>null)]);r=n?.threshold;let a=e.thread?.entries.find(e=>e.sequence===o.sequence);l=function(e,{sequence:t,client_message_id:n}){let a=e.filter(e=>e.sequence&&e.sequence<=t).sort((e,t)=>Number(t.sequence)-Number(e.sequence))[0],s=/^bot:[^:]*:(\d+):/.exec(n??"")?.[1],o=void 0===s?void 0:e.find(e=>e.through_sequence===Number(s));return o??a?o??a:e.filter(e=>e.through_sequence<t).sort((e,t)=>t.through_sequence-e.through_sequence)[0]??null}(t,{sequence:o.sequence,client_message_id:a?.client_message_id})}catch{c=!0}u()}}(o,e.currentTarget,c)}>${s("bot_talk.why")}</button>
${c.last?d`<time datetime=${c.at} title=${r(c.at)}>${l(c.at)}</time>`:h}
</div>
</div>
</div>`}var C=new Set(["wrong_state","no_bot"]);async function j(e,t){let{desk:n,dialogs:a}=e,o=n.cache.rows.get(t);if(!o||o.waiting_since&&!await a.ask({title:s("bot_talk.give_ask"),text:s("bot_talk.give_waits"),confirm:s("bot_talk.give")}))return;let i={agent_id:o.agent_id,state:o.state,waiting_since:o.waiting_since};n.cache.patch(t,{state:"bot",agent_id:null,waiting_since:null});try{await n.api.call("POST",`/conversations/${encodeURIComponent(t)}/give-to-bot`,{})}catch(e){n.cache.patch(t,i);let{code:a}=e;return void(C.has(a)?n.notify({text:s(`bot_talk.refused_${a}`),icon:"circle-alert"}):n.failed(e))}n.cache.countsSoon(),n.notify({text:s("bot_talk.given"),icon:"circle-check",action:{key:"thread.undo",run:()=>{n.assign(t,i.agent_id??n.agent.id)},undo:!0}})}var E=(e,t)=>d`<div><dt>${e}</dt><dd>${t}</dd></div>`;function A(e,t){return e.reason?function(e){let{asked:t=[],shown:n=[],tried:a=0,fields:o={}}=e.summary??{},c=Object.entries(o);return d`<section class="hand-over" aria-label=${s("bot_talk.handed")}>
<header>
${i("bot",16)}<strong>${s("bot_talk.handed")}</strong><span class="hand-over-why">${T(String(e.reason))}</span>
<time datetime=${e.at??""} title=${r(e.at??"")}>${l(e.at??"")}</time>
</header>
${t.length||n.length||c.length||a>1?d`<dl>
${t.length?E(s("bot_talk.asked"),d`<ul>${t.map(e=>d`<li>${e}</li>`)}</ul>`):h}
${n.length?E(s("bot_talk.shown"),d`<ul>${n.map(e=>d`<li><a href=${`/faq/${encodeURIComponent(e.faq_id)}`}>${e.question}</a></li>`)}</ul>`):h}
${c.map(([e,t])=>E((e=>{let t=s(`bot_talk.field_${e}`);return t===`bot_talk.field_${e}`?e:t})(e),t))}
${a>1?E(s("bot_talk.tried"),s("bot_talk.tried_times",{count:a})):h}
</dl>`:h}
</section>`}(e):d`<div class="line">
<time datetime=${e.at??""} title=${r(e.at??"")}>${l(e.at??"")}</time> ${"agent"===e.by?.kind?s("bot_talk.line_given",{by:t}):s("bot_talk.line_begins")}
</div>`}export{I as barKey,M as barView,U as botBubble,j as give,q as placeholder,A as stateView};
