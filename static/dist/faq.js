import{E as e,G as a,H as t,J as n,K as s,L as r,M as l,N as o,U as i,ea as u,fa as c,k as d,m as p,r as f,s as m,u as q,v as h}from"./app.js";var $=["queue","entries","import","numbers"],g=e=>"queue"===e?"/faq":`/faq/${e}`,b={save:null,decide:null,pick:null,undo:null},y=e=>{let a=Object.entries(e).filter(([,e])=>null!=e&&""!==e);return a.length?`?${new URLSearchParams(a.map(([e,a])=>[e,String(a)]))}`:""};function k(e,a){let t=e.findIndex(e=>e.id===a);return t<0?e[0]?.id??null:(e[t+1]??e[t-1])?.id??null}var w=e=>null==e?null:Math.round(100*e);function v(e,a,t,n=Math.max(0,...e.map(e=>e??0))){let s=e.length>1?a/(e.length-1):0;return e.flatMap((e,a)=>null===e?[]:[[a*s,t-(n>0?e/n*t:0)]])}l({"arrow-up":m`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":m`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,"thumbs-down":m`<path d="M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88Z"/><path d="M17 14V2"/>`,upload:m`<path d="M12 3v12"/><path d="m17 8-5-5-5 5"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/>`});var _=["zh-CN","en"],x=(e,a)=>e.texts[((e,a)=>[a,..._].find(a=>e.texts[a]?.question.trim())??a)(e,a)]?.question??"",E=["unanswered","phrasing","conflict","weak","done"],T=[7,30,90],I=["updated","asked","question","category"],M=["","published","draft"],S="en"===t?"en":"zh-CN";function j({entries:a,openId:t,choose:r,add:l,step:u}){let{at:c}=a,d=null,p=(e,a,t)=>f`<button
class="faq-choice"
aria-haspopup="menu"
aria-expanded="false"
aria-label="${e}: ${a}"
@click=${a=>i(a.currentTarget,e,[{items:t}])}
>
<span class="cut">${a}</span> ${o("chevron-down",14)}
</button>`;return{head:()=>f`<div class="faq-title">
<h2>${n("faq.entries")} ${c.total?f`<span class="faq-number">${c.total}</span>`:q}</h2>
<button class="button" @click=${l}>${o("plus")} ${n("faq.add")}</button>
</div>
${f`<div class="faq-search" role="search">
${o("search")}
<input
id="faq-search"
type="search"
autocomplete="off"
placeholder=${n("faq.search")}
aria-label=${n("faq.search")}
.value=${e(c.q)}
@input=${e=>(e=>{c.q=e,clearTimeout(d),d=setTimeout(()=>a.load(),200)})(e.target.value)}
@keydown=${e=>{e.isComposing||229===e.keyCode||("ArrowDown"===e.key||"Enter"===e.key)&&(e.preventDefault(),u(1),e.target.blur())}}
/><kbd class="no-phone" aria-hidden="true">/</kbd>
</div>`} ${(()=>{let e=e=>n(`faq.state_${e||"all"}`),t=e=>e||n("faq.category_all");return f`<div class="faq-filters">
${p(n("faq.state"),e(c.state),M.map(t=>({label:e(t),checked:c.state===t,run:()=>a.ask({state:t})})))}
${c.categories.size>0||c.category?p(n("faq.category"),t(c.category),["",...[...c.categories].sort()].map(e=>({label:t(e),checked:c.category===e,run:()=>a.ask({category:e})}))):q}
${p(n("faq.sort"),n(`faq.sort_${c.sort}`),I.map(e=>({label:n(`faq.sort_${e}`),checked:c.sort===e,run:()=>a.ask({sort:e})})))}
</div>`})()}`,body:()=>"failed"===c.phase?f`<p class="faq-note" role="alert">${n("faq.failed")} <button class="text-button" @click=${()=>a.load()}>${n("common.retry")}</button></p>`:"loading"===c.phase?f`<p class="faq-note" role="status">${n("common.loading")}</p>`:0===c.items.length?f`<p class="faq-note" role="status">${n(a.filtered()?"faq.nothing_found":"faq.no_entries")}</p>`:f`<ul class="faq-rows" aria-label=${n("faq.entries")}>
${c.items.map(e=>function(e,a,t){let r=(e=>_.filter(a=>e.texts[a]?.question||e.texts[a]?.answer))(e);return f`<li>
<button class="faq-row faq-entry" data-id=${e.id} aria-current=${a?"true":q} @click=${()=>t(e.id)}>
<span class="faq-row-words">
<span class="faq-row-title">${x(e,S)}</span>
<span class="faq-row-more faq-facts">
${e.category?f`<span class="cut">${e.category}</span>`:q} ${function({state:e,stats:a,bot:t}){if("draft"===e)return f`<span class="chip chip-line">${n("faq.state_draft")}</span>`;if(!a?.asked)return f`<span>${n(t?"faq.unused":"faq.not_bot")}</span>`;let r=a.helpful+a.unhelpful;return f`<span>${s("faq.asked",a.asked)}${r?` · ${n("faq.helped",{share:Math.round(a.helpful/r*100)})}`:""}</span>`}(e)} ${function({valid_from:e,valid_until:a},t){return a&&Date.parse(a)<=t?f`<span class="faq-row-warn">${n("faq.over")}</span>`:e&&Date.parse(e)>t?f`<span class="faq-row-warn">${n("faq.not_yet")}</span>`:q}(e,Date.now())}
${1===r.length?f`<span>${n("faq.only_"+("en"===r[0]?"en":"zh"))}</span>`:q}
</span>
</span>
</button>
</li>`}(e,e.id===t(),r))}
</ul>
${c.cursor?f`<button class="text-button faq-further" @click=${()=>a.more()}>${n("faq.further")}</button>`:q}`}}var[P,O]=[64,24];function C(e,a,t){let r=(e=>e&&e.asked>0?Math.round(e.unhelpful/e.asked*100):null)(e.weak),l="weak"===e.kind;return f`<li>
<button class="faq-row ${l?"faq-weak":""}" data-id=${e.id} aria-current=${a?"true":q} @click=${()=>t(e.id)}>
<span class="faq-count"
>${l?o("thumbs-down",18):f`<b>${e.count}</b> <small>${s("faq.times",e.count)}</small>`}</span
>
<span class="faq-row-words">
<span class="faq-row-title">${e.title}</span>
${l?f`<span class="faq-row-more">${null===r?s("faq.asked",e.count):s("faq.weak_line",e.weak?.asked??0,{share:r})}</span>`:f`${function(e){let a=e.phrasings.filter(a=>a.text!==e.title);if(0===a.length)return q;let t=a.slice(0,2).map(e=>n("faq.quoted",{text:e.text})).join(n("faq.quote_join"));return f`<span class="faq-row-more cut">${a.length>2?s("faq.and_more",a.length,{said:t}):t}</span>`}(e)} ${null!==r&&e.faq_id?f`<span class="faq-row-warn">${n("faq.has_weak",{share:r})}</span>`:function({count_7d:e,trend:a}){return e?f`<span class="faq-row-more">${n("faq.week_"+(a>0?"up":a<0?"down":"same"),{count:e})}</span>`:q}(e)}`}
</span>
</button>
</li>`}function D({queue:e,openId:a,choose:t}){let{at:r}=e,l=a=>i(a.currentTarget,n("faq.since"),[{items:T.map(a=>({label:s("faq.days",a),checked:r.days===a,run:()=>e.since(a)}))}]);return{head:()=>f`<div class="faq-title">
<h2>${n("faq.queue_title")}</h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${l}>${s("faq.days",r.days)} ${o("chevron-down",14)}</button>
</div>
${f`<div class="faq-pills" role="group" aria-label=${n("faq.which")}>
${E.filter(e=>["unanswered","weak","done",r.tab].includes(e)||r.totals?.[e]).map(a=>f`<button class="view-pill" aria-pressed=${r.tab===a} @click=${()=>e.show(a)}>
${n(`faq.tab_${a}`)} ${r.totals?f`<span class="faq-number">${r.totals[a]??0}</span>`:q}
</button>`)}
</div>`}`,body:()=>f`${"unanswered"===r.tab?function(e){if(!e?.days.some(e=>e.asked>0))return q;let[a,t]=[w(e.now)??0,w(e.after_three)??0];return f`<section class="faq-rate" aria-label=${n("faq.rate")}>
<div>
<h3>${n("faq.rate")}</h3>
<p><strong>${a}%</strong>${t>a?f`<span>${n("faq.rate_after",{share:t})}</span>`:q}</p>
</div>
${function({now:e,after_three:a,days:t}){let n=[...t.filter(e=>e.asked>0).map(e=>e.rate),e,a],s=Math.min(...n),r=v(n.map(e=>e-s),P-8,O-8,Math.max(.1,Math.max(...n)-s)),l=e=>e.map(([e,a])=>`${(e+4).toFixed(1)},${(a+4).toFixed(1)}`).join(" "),o=r.slice(0,-1),i=o.at(-1);return o.length<2||!i?q:f`<svg class="faq-spark" viewBox="0 0 ${P} ${O}" width=${P} height=${O} aria-hidden="true">
<polyline points=${l(o)}></polyline>
<polyline class="to-come" points=${l(r.slice(-2))}></polyline>
<circle cx=${i[0]+4} cy=${i[1]+4} r="2.5"></circle>
</svg>`}(e)}
</section>`}(r.rate):q}${(()=>{if("failed"===r.phase)return f`<p class="faq-note" role="alert">${n("faq.failed")} <button class="text-button" @click=${()=>e.load()}>${n("common.retry")}</button></p>`;if("loading"===r.phase)return f`<p class="faq-note" role="status">${n("common.loading")}</p>`;if(0===r.items.length)return f`<p class="faq-note" role="status">${n(`faq.none_${r.tab}`)}</p>`;let s=a();return f`<ul class="faq-rows" aria-label=${n(`faq.tab_${r.tab}`)}>
${r.items.map(e=>C(e,e.id===s,t))}
</ul>
${r.cursor?f`<button class="text-button faq-further" @click=${()=>e.more()}>${n("faq.further")}</button>`:q}`})()}${"unanswered"===r.tab?0===r.weak.length?q:f`<h3 class="faq-part">${n("faq.tab_weak")} <span class="faq-number">${r.totals?.weak??r.weak.length}</span></h3>
<ul class="faq-rows" aria-label=${n("faq.tab_weak")}>
${r.weak.map(e=>C(e,e.id===a(),t))}
</ul>`:q}`}}function G(e,a){let t=null,n=null,s=()=>(n??=e().then(e=>(t=e,a(),e)),n.catch(()=>n=null),n);return{ready:s,get:()=>(t||s().catch(()=>{}),t)}}u("faq",function(e){let t=function(e){let a=document.createElement("main");return a.id="faq",a.className="room",h(f`<h1 class="hidden" tabindex="-1">${n("rail.faq")} · ${e}</h1>
<section class="faq-column" aria-label=${n("rail.faq")}>
<div class="faq-top"></div>
<div class="faq-scroll"></div>
</section>
<section class="sheet faq-sheet" aria-label=${n("faq.sheet")}></section>`,a),a}(e.me.shop.name),l=function(e,t){let{desk:n,ui:s,client:r,table:l}=e,o=d(0),i=()=>{o.value=o.peek()+1},u=function(e){let a=e=>`/faq/${encodeURIComponent(e)}`,t=e=>`/faq/gaps/${encodeURIComponent(e)}`;return{list:a=>e("GET",`/faq${y(a)}`),get:t=>e("GET",a(t)),add:a=>e("POST","/faq",a),change:(t,n)=>e("PATCH",a(t),n),remove:t=>e("DELETE",a(t),{}),publish:t=>e("POST",`${a(t)}/publish`,{}),unpublish:t=>e("POST",`${a(t)}/unpublish`,{}),versions:t=>e("GET",`${a(t)}/versions`),revert:(t,n)=>e("POST",`${a(t)}/revert`,{version:n}),check:a=>e("POST","/faq/check",a),gaps:a=>e("GET",`/faq/gaps${y(a)}`),gap:(a,n={})=>e("GET",`${t(a)}${y(n)}`),decide:(a,n,s={})=>e("POST",`${t(a)}/${n}`,s),bot:()=>e("GET","/bot"),stats:a=>e("GET",`/faq/stats${y({days:a})}`),import:a=>e("GET",`/faq/imports/${encodeURIComponent(a)}`),imports:()=>e("GET","/faq/imports"),undoImport:a=>e("POST",`/faq/imports/${encodeURIComponent(a)}/undo`,{})}}(e.api.call),p=function(e,a){let t={tab:"unanswered",days:30,phase:"loading",items:[],weak:[],totals:null,rate:null,cursor:null},n=0,s=()=>"done"===t.tab?{state:"done",days:t.days}:{kind:t.tab,state:"open",days:t.days},r=async()=>{let r=n+=1;try{let[a,l]=await Promise.all([e.gaps({...s(),limit:50}),"unanswered"===t.tab?e.gaps({kind:"weak",state:"open",days:t.days,limit:3}):null]);if(r!==n)return;Object.assign(t,{items:a.items,cursor:a.next_cursor??null,totals:a.totals,rate:a.rate,weak:l?.items??[],phase:"ready"})}catch{if(r!==n)return;"ready"!==t.phase&&(t.phase="failed")}a()};return{at:t,load:r,all:()=>[...t.items,...t.weak],find:e=>[...t.items,...t.weak].find(a=>a.id===e)??null,show:e=>(Object.assign(t,{tab:e,items:[],weak:[],cursor:null,phase:"loading"}),a(),r()),since:e=>(t.days=e,a(),r()),async more(){let r=t.cursor;if(!r)return;t.cursor=null;let l=n;try{let a=await e.gaps({...s(),limit:50,cursor:r});if(l!==n)return;t.items=[...t.items,...a.items],t.cursor=a.next_cursor??null}catch{t.cursor=r}a()},drop(e){let n=t.items.find(a=>a.id===e)??t.weak.find(a=>a.id===e);n&&(t.items=t.items.filter(a=>a.id!==e),t.weak=t.weak.filter(a=>a.id!==e),t.totals&&"done"!==t.tab&&(t.totals={...t.totals,[n.kind]:Math.max(0,t.totals[n.kind]-1)}),a())}}}(u,i),f=function(e,a){let t={q:"",state:"",category:"",sort:"updated",phase:"loading",items:[],cursor:null,categories:new Set,total:null},n=0,s=()=>({q:t.q.trim(),state:t.state,category:t.category,sort:t.sort,limit:50}),r=e=>{e.categories&&(t.categories=new Set(e.categories.map(e=>e.name).filter(Boolean))),t.total=e.total??t.items.length},l=async()=>{let l=n+=1;try{let a=await e.list(s());if(l!==n)return;Object.assign(t,{items:a.items,cursor:a.next_cursor??null,phase:"ready"}),r(a)}catch{if(l!==n)return;"ready"!==t.phase&&(t.phase="failed")}a()};return{at:t,load:l,filtered:()=>!!(t.q.trim()||t.state||t.category),ask:e=>(Object.assign(t,e),a(),l()),async more(){let l=t.cursor;if(!l)return;t.cursor=null;let o=n;try{let a=await e.list({...s(),cursor:l});if(o!==n)return;t.items=[...t.items,...a.items],t.cursor=a.next_cursor??null,r(a)}catch{t.cursor=l}a()},put(e){e.category&&t.categories.add(e.category);let n=t.items.some(a=>a.id===e.id);t.items=n?t.items.map(a=>a.id===e.id?{...a,...e}:a):[e,...t.items],n||(t.total=(t.total??0)+1),a()},drop(e){let n=t.items.length;t.items=t.items.filter(a=>a.id!==e),null!==t.total&&t.items.length<n&&(t.total-=1),a()}}}(u,i),m={place:"queue",id:null,shown:!1},q=G(()=>Promise.all([import("./faq-editor.js"),l.later("faq_editor"),c("faq-editor")]).then(([e])=>e.createEditor($)),i),h=null,$={app:e,api:u,at:m,queue:p,entries:f,editor:q,get editing(){return h},setEditing(e){h=e},drawn:o,changed:i,root:t,may:n.may("faq"),mayDraft:n.may("faq")||n.may("faq_draft"),go(t,n,s={}){let r=m.id!==n||m.place!==t;Object.assign(m,{place:t,id:n}),!s.keep&&r&&a({from:"faq"},$.address()),e.moved(!!n||"import"===t||"numbers"===t),n?(r||!h?.at.key)&&$.lay(n):h?.shut(),i(),s.focus&&n&&requestAnimationFrame(()=>document.getElementById("faq-open")?.focus({preventScroll:!0}))},async lay(e){try{await(await q.ready()).lay(e)}catch(a){if(m.id!==e||!m.shown)return;n.failed(a),$.go(m.place,null)}},address:()=>m.id?`/faq/${encodeURIComponent(m.id)}`:g(m.place),choose:e=>$.go(m.place,e,{focus:s.phone.peek()}),column:()=>"queue"===m.place?p.all():"entries"===m.place?f.at.items:[],step(e){let a=function(e,a,t){if(0===e.length)return null;let n=e.findIndex(e=>e.id===a);return n<0?e[t>0?0:e.length-1].id:e[Math.max(0,Math.min(e.length-1,n+t))].id}($.column(),m.id,e);a&&($.go(m.place,a),requestAnimationFrame(()=>t.querySelector(`.faq-row[data-id="${CSS.escape(a)}"]`)?.scrollIntoView({block:"nearest"})))},add:()=>$.go("entries","new",{focus:!0}),say:e=>n.notify(e),refresh(){m.shown&&(p.load(),f.load())}};return r.on("settings",({area:e})=>("knowledge"===e||"bot"===e)&&$.refresh()),$}(e,t),{at:i,queue:u,entries:m}=l,k=e=>t.querySelector(`.${e}`);return function(e,a){let{at:t,queue:s,entries:l,choose:o,drawn:i}=e,u=()=>t.id,c={queue:D({queue:s,openId:u,choose:o}),entries:j({entries:l,openId:u,choose:o,add:e.add,step:e.step})},d=()=>c["queue"===t.place?"queue":"entries"];r(a("faq-top"),()=>(i.value,f`${f`<nav class="segments faq-rooms" aria-label=${n("faq.rooms")}>
${$.filter(a=>"import"!==a||e.may).map(e=>f`<a class="segment" href=${g(e)} aria-current=${e===t.place?"page":q}>${n(`faq.room_${e}`)}</a>`)}
</nav>`}${d().head()}`)),r(a("faq-scroll"),()=>(i.value,d().body()))}(l,k),function(e,a){let{app:t,at:l,queue:i,entries:u,editor:d,drawn:p,changed:m}=e,h=()=>Promise.all([t.table.later("faq_more"),c("faq-more")]),$=G(()=>Promise.all([import("./faq-import.js"),h()]).then(([a])=>a.createImport(e)),m),g=G(()=>Promise.all([import("./faq-numbers.js"),h()]).then(([a])=>a.createNumbers(e)),m),b=()=>f`<p class="faq-note" role="status">${n("common.loading")}</p>`,y=()=>{let[a]=i.all();a&&e.go("queue",a.id)};r(a,()=>{if(p.value,"import"===l.place)return $.get()?.()??b();if("numbers"===l.place)return g.get()?.()??b();if(l.id){let a=d.get();return a&&e.editing?.at.key?a.view():b()}if("loading"===u.at.phase||"loading"===i.at.phase)return b();let a=i.at.totals?.unanswered??0;return"ready"!==u.at.phase||0!==u.at.items.length||u.filtered()?((e,a)=>f`<section class="faq-rest">
<p>${n(e?a?"faq.rest_done":"faq.rest_queue":"faq.rest_entries")}</p>
${a?q:f`<p class="no-phone"><kbd>j</kbd> <kbd>k</kbd> ${n("faq.rest_keys")}</p>`}
</section>`)("queue"===l.place,0===e.column().length):(({waiting:e,may:a},t)=>f`<section class="faq-begin">
<span class="faq-begin-mark">${o("book-open",28)}</span>
<h2>${n("faq.begin_title")}</h2>
<p>${n("faq.begin_text")}</p>
<div class="faq-ways">
${a?f`<a class="faq-way" href="/faq/import">${o("upload",20)}<b>${n("faq.begin_import")}</b><span>${n("faq.begin_import_text")}</span></a>`:q}
<button class="faq-way" @click=${t.write}>${o("plus",20)}<b>${n("faq.begin_write")}</b><span>${n("faq.begin_write_text")}</span></button>
<button class="faq-way" ?disabled=${0===e} @click=${t.first}>
${o("message-circle",20)}<b>${n("faq.begin_asked")}</b><span>${e?s("faq.begin_asked_text",e):n("faq.begin_asked_none")}</span>
</button>
</div>
</section>`)({waiting:a,may:e.may},{write:e.add,first:y})})}(l,k("faq-sheet")),p(()=>{l.drawn.value,t.dataset.pane=i.id||"import"===i.place||"numbers"===i.place?"sheet":"list",t.dataset.place=i.place}),e.shell.addActions("faq",function(e){let{at:a}=e,t=()=>e.editing?.at,n=()=>"queue"===a.place&&!!t()?.gap&&e.may,s=()=>!!t()?.key;return{next:{label:"faq.key_next",key:"j",group:"move",icon:"arrow-down",run:()=>e.step(1)},previous:{label:"faq.key_previous",key:"k",group:"move",icon:"arrow-up",run:()=>e.step(-1)},open:{label:"faq.key_approve",key:"Enter",group:"move",run(){let a=document.activeElement;a instanceof HTMLElement&&a.matches('a, button, summary, [tabindex="0"]')&&!a.matches(".faq-row[aria-current]")?a.click():n()?b.save?.(!0):s()||e.step(1)}},faq_publish:{label:"faq.key_publish",key:"mod+Enter",group:"write",icon:"check",when:()=>s()&&e.may,run:()=>{b.save?.(!0)}},faq_keep:{label:"faq.key_keep",key:"mod+s",group:"write",when:()=>s()&&e.mayDraft,run:()=>{b.save?.(!1)}},faq_phrasing:{label:"faq.key_phrasing",key:"p",group:"conversation",icon:"plus",when:n,run:()=>b.pick?.("attach")},faq_merge:{label:"faq.key_merge",key:"m",group:"conversation",icon:"copy",when:n,run:()=>b.pick?.("merge")},faq_dismiss:{label:"faq.key_dismiss",key:"d",group:"conversation",icon:"x",when:n,run:()=>{b.decide?.("dismiss")}},faq_later:{label:"faq.key_later",key:"l",group:"conversation",icon:"clock",when:n,run:()=>{b.decide?.("later")}},undo:{label:"faq.key_undo",key:"u",group:"conversation",icon:"chevron-left",when:()=>null!==b.undo,run:()=>b.undo?.()},faq_edit:{label:"faq.key_edit",key:"e",group:"write",when:s,run:()=>document.getElementById("faq-answer")?.focus()},faq_try:{label:"faq.key_try",key:"t",group:"write",icon:"search",when:s,run:()=>document.getElementById("faq-try")?.focus()},faq_new:{label:"faq.key_new",key:"c",group:"desk",icon:"plus",when:()=>e.mayDraft,run:e.add},...Object.fromEntries($.map((a,t)=>[`faq_${a}`,{label:`faq.key_${a}`,key:String(t+1),group:"view",icon:"list-filter",when:()=>"import"!==a||e.may,run:()=>e.go(a,null)}])),back:{label:"faq.key_back",key:"Escape",group:"move",field:!0,run(){let t=document.activeElement;t?.matches("input, textarea, select")?t.blur():a.id&&e.go(a.place,null)}}}}(l)),function({at:e,root:a,go:t}){addEventListener("keydown",n=>{a.inert||"/"!==n.key||n.isComposing||n.ctrlKey||n.metaKey||n.altKey||document.querySelector("dialog[open], .menu:popover-open")||n.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(n.target.tagName)||(n.preventDefault(),"entries"!==e.place&&t("entries",null),requestAnimationFrame(()=>document.getElementById("faq-search")?.focus()))})}(l),addEventListener("pagehide",()=>l.editing?.keep()),{root:t,title:()=>`${n("rail.faq")} · ${e.me.shop.name}`,heading:()=>i.id?document.getElementById("faq-open"):t.querySelector("h1"),address:l.address,show({inner:e,url:a}){i.shown=!0;let{place:t,id:n}=function(e){return e?$.includes(e)?{place:e,id:null}:{place:e.startsWith("gap_")?"queue":"entries",id:e}:{place:"queue",id:null}}(e);l.go(t,n,{keep:!0}),"new"===n&&async function(e,a){let[t,n]=[a.get("question")??"",a.get("answer")??""];if(t||n)try{(await e.editor.ready()).begin(t,n)}catch{}}(l,a.searchParams),u.load(),m.load()},hide(){i.shown=!1,l.editing?.keep()}}});export{b as a,k as b,v as c,_ as d,x as e,T as f};
