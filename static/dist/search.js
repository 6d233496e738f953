import{a as e,b as t,c as a,d as s,e as n}from"./with-search-asking.js";import{E as i,I as l,J as r,K as c,L as o,M as h,N as p,P as d,U as u,Y as $,_ as m,ca as k,ea as f,k as b,la as g,r as v,s as w,u as y,v as x}from"./app.js";var _=["from","tag","agent","team","channel","after","before","in","has"],E={in:["ticket","chat"],has:["file"]},M=new RegExp(`(^|\\s)(${_.join("|")})[:：](?:["“”「]([^"“”」]*)["“”」]|([^\\s"“”「]+))(?=\\s|$)`,"giu"),S=new RegExp(`(?:^|\\s)(${_.join("|")})[:：]["“”「]?([^"“”「」\\s]*)$`,"iu");function C(e,t){let a="after"===t.op||"before"===t.op||"in"===t.op;return[...e.filter(({op:e,value:s})=>e!==t.op||!a&&s.toLowerCase()!==t.value.toLowerCase()),t]}function D(e,t=!1){let a=[],s=e.replace(M,(s,n,i,l,r,c)=>{let o=i.toLowerCase(),h=function(e,t){let a=t.trim();if(!a)return null;let s=E[e];return s?s.find(e=>e===a.toLowerCase())??null:"after"===e||"before"===e?function(e){if(/^\d{4}-(0[1-9]|1[0-2])$/.test(e))return e;let t=/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(e);if(!t)return null;let[a,s,n]=t.slice(1).map(Number),i=new Date(Date.UTC(a,s-1,n));return i.getUTCMonth()===s-1&&i.getUTCDate()===n?i.toISOString().slice(0,10):null}(a):a}(o,l??r);return null===h||t&&void 0===l&&c+s.length===e.length?s:(a=C(a,{op:o,value:h}),n)});return{chips:a,words:t?s.replace(/\s{2,}/g," ").trimStart():s.replace(/\s+/g," ").trim()}}var j=({op:e,value:t})=>`${e}:${/\s/.test(t)?`"${t.replaceAll('"',"")}"`:t}`,A=({chips:e,words:t})=>[...e.map(j),t.replace(/\s+/g," ").trim()].filter(Boolean).join(" ");function L(e){let t=S.exec(e);return t?{op:t[1].toLowerCase(),value:t[2],before:e.slice(0,t.index).trimEnd()}:null}var q=[["today",0],["yesterday",1],["week",7],["month",30],["year",365]],I=["web","api"],O={from:["me","visitor"],agent:["me","none"],team:["none"]};function T(e,t){return"channel"===e?l(`common.channel_${t}`)?r(`common.channel_${t}`):t:O[e]?.includes(t)||E[e]?r(`search.value_${t}`):t}var U=e=>`${e.getFullYear()}-${String(e.getMonth()+1).padStart(2,"0")}-${String(e.getDate()).padStart(2,"0")}`,K=e=>q.map(([t,a])=>{let s=new Date(e-864e5*a);return{value:U(s),label:r(`search.since_${t}`),hint:$(s)}}),N=({op:e,value:t})=>"in"===e||"has"===e?r(`search.only_${t}`):r("search.chip",{name:r(`search.op_${e}`),value:T(e,t)}),B=()=>document.getElementById("search-words");function H({asked:e,choices:t,changed:a,redraw:s,enter:n,down:l,leave:c}){let o={at:0,shut:!1},{take:h,drop:d,clear:u,begin:$,onInput:m}=function({asked:e,here:t,changed:a}){let s=s=>{Object.assign(e,{words:s,typing:!0}),Object.assign(t,{at:0,shut:!1}),a()};return{write:s,take(s,n){e.chips=C(e.chips,s),Object.assign(e,{words:n?`${n} `:"",typing:!1}),t.at=0,a(!0),B()?.focus()},drop(s,n){e.chips=e.chips.filter(e=>e!==s),n&&Object.assign(e,{words:`${s.op}:${s.value}${e.words}`,typing:!0}),t.shut=!1,a(!n),B()?.focus()},begin(t){s(`${e.words.trimEnd()} ${t}:`.trimStart()),B()?.focus()},clear(){e.chips=[],s(""),B()?.focus()},onInput(t){let a=t.target,n=a.selectionStart===a.value.length&&!t.isComposing,{chips:i,words:l}=n?D(a.value,!0):{chips:[],words:a.value};for(let t of i)e.chips=C(e.chips,t);s(l)}}}({asked:e,here:o,changed:a}),k=()=>{let a=o.shut?null:L(e.words);return a?t.of(a.op,a.value).map(({value:e,label:t,hint:s})=>({label:t,hint:s??(t===e?void 0:e),run:()=>h({op:a.op,value:e},a.before)})):[]},f=t=>{if(t.isComposing||229===t.keyCode)return;let a=k(),i={ArrowDown:1,ArrowUp:-1}[t.key],r=a.length>0&&("Tab"===t.key||"Enter"===t.key);if(i&&a.length>0)o.at=(o.at+i+a.length)%a.length,s();else if("ArrowDown"===t.key)l();else if(r&&!t.shiftKey)a[Math.min(o.at,a.length-1)].run();else if("Enter"===t.key)o.shut=!0,n();else if("Backspace"===t.key&&e.chips.length>0&&0===B()?.selectionEnd)d(e.chips[e.chips.length-1],!0);else if("Escape"===t.key&&a.length>0)o.shut=!0,s();else if("Escape"===t.key&&(e.words||e.chips.length>0))u();else{if("Escape"!==t.key)return;c()}t.preventDefault(),t.stopPropagation()},b=e=>v`<span class="ask-chip"
>${N(e)}<button type="button" aria-label=${r("search.chip_off",{name:N(e)})} @click=${()=>d(e)}>${p("x",14)}</button></span
>`;return{input:B,begin:$,view:()=>{let t=k(),a=t.length>0;return v`<div class="ask-box">
<span class="ask-lens">${p("search",20)}</span>
<div class="ask-inner">
${e.chips.map(b)}
<input
id="search-words"
type="text"
role="combobox"
aria-label=${r("search.label")}
aria-expanded=${a}
aria-controls=${a?"search-list":y}
aria-autocomplete="list"
aria-activedescendant=${a?`search-choice-${o.at}`:y}
placeholder=${e.chips.length>0?"":r("search.placeholder")}
autocomplete="off"
autocapitalize="off"
spellcheck="false"
enterkeyhint="search"
.value=${i(e.words)}
@input=${m}
@compositionend=${m}
@keydown=${f}
/>
</div>
${e.words||e.chips.length>0?v`<button type="button" class="icon-button" aria-label=${r("search.clear")} title=${r("search.clear")} @click=${u}>${p("x",18)}</button>`:v`<kbd class="no-phone" aria-hidden="true">/</kbd>`}
${function({offers:e,here:t}){return t.at=Math.min(t.at,Math.max(0,e.length-1)),0===e.length?y:v`<ul class="ask-list" id="search-list" role="listbox" aria-label=${r("search.offered")}>
${e.map(({label:e,hint:a,run:s},n)=>v`<li
class="menu-item ${n===t.at?"picked":""}"
id="search-choice-${n}"
role="option"
aria-selected=${n===t.at}
@pointerdown=${e=>e.preventDefault()}
@click=${s}
>
<span class="menu-label">${e}</span>${a?v`<span class="menu-hint">${a}</span>`:y}
</li>`)}
</ul>`}({offers:t,here:o})}
</div>`}}}var P=["from","tag","agent","team","channel"],R="servicedesk.searches",V=e=>t(e).map(({text:e,hit:t})=>t?v`<mark>${e}</mark>`:e),z=e=>e?.name||(e?.label?r("common.visitor",{label:e.label}):r("search.somebody")),J=({at:e})=>e?v`<time datetime=${e} title=${k(e)}>${m(e,Date.now())}</time>`:y;h({globe:w`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,paperclip:w`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,history:w`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/><path d="M12 7v5l4 2"/>`,quote:w`<path d="M16 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z"/><path d="M5 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z"/>`,ticket:w`<path d="M2 9a3 3 0 0 1 0 6v2a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-2a3 3 0 0 1 0-6V7a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2Z"/><path d="M13 5v2"/><path d="M13 17v2"/><path d="M13 11v2"/>`});var F=({api:e,desk:t,router:a})=>async({contact:s})=>{try{let{conversations:n}=await e.contact(s?.id??"");n[0]?await a.go(`/inbox/${encodeURIComponent(n[0].id)}?who`):t.notify({key:"search.no_conversation",icon:"info"})}catch(e){t.failed(e)}};f("search",function(t){let{me:i,storage:l,table:h}=t,$=function(e){let t=document.createElement("main");return t.id="search",t.className="room",x(v`<div class="sheet ask">
<h1 class="hidden">${r("search.title")}</h1>
<div class="ask-top" role="search">
<div class="ask-line">
<div class="ask-field"></div>
<button type="button" class="button quiet ask-commands" aria-haspopup="dialog" title=${r("search.commands_hint")} @click=${e}>
${r("search.commands")}<kbd class="no-phone" aria-hidden="true">${g("mod+k")}</kbd>
</button>
</div>
<div class="ask-narrow"></div>
</div>
<div class="hidden" role="status"></div>
<div class="ask-scroll"></div>
</div>`,t),t}(()=>t.shell.palette.open()),m=e=>$.querySelector(e),k=b(0),f=()=>{k.value+=1},{asked:w,asking:M,question:S,address:j,long:q,changed:U,add:N,take:B,be:Y,settle:Z}=function({api:t,ui:a,moved:s},n){let i={chips:[],words:"",typing:!1},l=()=>i.typing?(({chips:e,words:t})=>A({chips:e,words:L(t)?.before??t}))(i):A(i),r=()=>l()?`/search?q=${encodeURIComponent(l())}`:"/search",c=()=>{!a.sees("search")||location.pathname+location.search===r()||(history.replaceState(history.state,"",r()),s())},o=e({search:t.search,changed:()=>{"asking"!==o.state.phase&&c(),n()},after:(e,t)=>setTimeout(e,t),cancel:e=>clearTimeout(e)}),h=()=>l().length>200,p=(e=!1)=>{h()||o.ask(l(),e),e&&c(),n()};return{asked:i,asking:o,question:l,address:r,long:h,changed:p,add(e){i.chips=C(i.chips,e),p(!0)},take(e){i.chips=e,p(!0)},be(e){Object.assign(i,D(e),{typing:!1}),p(!0)},settle(){let{chips:e,words:t}=D(i.words);for(let t of e)i.chips=C(i.chips,t);Object.assign(i,{words:t,typing:!1})}}}(t,f),G=function(e,t){let a=()=>{try{let a=JSON.parse(e?.getItem(R)??"null");return a?.owner===t&&Array.isArray(a.list)?a.list.filter(e=>"string"==typeof e).slice(0,8):[]}catch{return[]}},s=a=>{try{e?.setItem(R,JSON.stringify({owner:t,list:a}))}catch{}};return{all:a,add:e=>e&&s([e,...a().filter(t=>t!==e)].slice(0,8)),clear:()=>s([])}}(l,i.agent.id),Q=!!h.find("/tickets"),W=!1,X=e=>{Y(e),m(".ask-scroll").scrollTo(0,0),te.input()?.focus()},ee=function({api:e,desk:t},a){let s=[],n=[],i=e=>e.map(e=>({value:e,label:e})),l=e=>{if("tag"===e)return i(s);if("after"===e||"before"===e)return K(Date.now());let a=[..."channel"===e?I:E[e]??O[e]??[]].map(t=>({value:t,label:T(e,t)}));return"team"===e?n.length>0?[...i(n),...a]:[]:"from"===e||"agent"===e?[...a,...i(t.agents.map(e=>e.name))]:a};return{load(){0===t.agents.length&&t.loadAgents().then(a),e.labels().then(({items:e})=>{s=e.map(e=>e.name),a()},()=>{}),e.teams().then(({items:e})=>{n=e.map(e=>e.name),a()},()=>{})},of:(e,t)=>l(e).filter(({value:e,label:a})=>`${e} ${a}`.toLowerCase().includes(t.toLowerCase())).slice(0,8),all:l}}(t,f),te=H({asked:w,choices:ee,changed:U,redraw:f,enter(){Z(),G.add(S()),"ready"===M.state.phase&&M.state.of===S()?ae.first():U(!0)},down:()=>ae.first(),leave:()=>{W&&history.back()}}),ae=function(e,t){let a=()=>[...e.querySelectorAll(".ask-scroll :is(.hit, .hits-all, .ask-meant)")],s=e=>{let s=a();if(e<0||0===s.length)return t()?.focus();e>=s.length-2&&M.more();let n=s[Math.min(e,s.length-1)];n.focus(),n.scrollIntoView({block:"nearest"})};return e.addEventListener("keydown",e=>{let t=a().indexOf(document.activeElement);if(t<0||e.ctrlKey||e.metaKey||e.altKey)return;let n={ArrowDown:t+1,j:t+1,ArrowUp:t-1,k:t-1,Home:0,End:a().length-1,Escape:-1}[e.key];void 0!==n&&(e.preventDefault(),e.stopPropagation(),s(n))}),{first:()=>s(0)}}($,te.input),se=function({choices:e,chips:t,add:a,take:s,begin:n,tickets:i}){let l=(e,n)=>{let i=t().some(t=>t.op===e&&t.value===n);return v`<button
type="button"
class="ask-filter"
id="filter-${e}"
aria-pressed=${i}
@click=${()=>i?s(t().filter(t=>t.op!==e)):a({op:e,value:n})}
>
${r(`search.only_${n}`)}
</button>`};return()=>v`<div class="ask-filters" role="group" aria-label=${r("search.filters")}>
${P.map(t=>e.all(t).length>0?v`<button type="button" class="ask-filter" id="filter-${t}" @click=${()=>n(t)}>${r(`search.op_${t}`)}</button>`:y)}
<button type="button" class="ask-filter" id="filter-when" aria-haspopup="menu" aria-expanded="false" @click=${e=>(e=>{let s=t().find(e=>"after"===e.op)?.value;u(e,r("search.when"),[{items:K(Date.now()).map(({value:e,label:t,hint:n})=>({label:t,hint:n,checked:e===s,run:()=>a({op:"after",value:e})}))},{items:["after","before"].map(e=>({label:r(`search.days_${e}`),run:()=>setTimeout(()=>n(e))}))}])})(e.currentTarget)}>
${r("search.when")}${p("chevron-down",14)}
</button>
${l("has","file")} ${i?l("in","ticket"):y}
</div>`}({choices:ee,chips:()=>w.chips,add:N,take:B,begin:te.begin,tickets:Q}),ne=function({asking:e,asked:t,recent:i,me:l,tickets:o,ask:h,begin:u,find:$,opened:m,redraw:k,long:f}){let b=new Set,g="",w=e=>{let t="contact"===e.kind||"ticket"===e.kind||"canned"===e.kind?function(e){let t="contact"===e.kind?d(e.contact??{id:"",name:null}):v`<span class="hit-mark">${p("ticket"===e.kind?"ticket":"quote",18)}</span>`,s="contact"===e.kind&&a(e.text)!==e.contact?.name?z(e.contact):"";return v`${t}
<span class="hit-body">
<span class="hit-head">
${s?v`<b>${s}</b>`:"canned"===e.kind?v`<span class="hit-text">${V(e.text)}</span>`:v`<b>${V(e.text)}</b>`}
${"ticket"===e.kind&&e.contact?v`<span class="hit-who">${z(e.contact)}</span>`:y}${J(e)}
</span>
${s?v`<span class="hit-text">${V(e.text)}</span>`:y}
</span>`}(e):function(e,t){return v`${e.contact?d(e.contact):y}
<span class="hit-body">
<span class="hit-head"
><b>${z(e.contact)}</b>${function({kind:e,who:t},a){let s=t&&"visitor"!==t.kind?t.id===a?r("common.you"):t.name??"":"";if("note"===e)return v`<span class="hit-lock">${p("lock",12)}${s?r("search.note_by",{name:s}):r("search.note")}</span>`;let n="file"===e?p("paperclip",12):y;return s||"file"===e?v`<span class="hit-who">${n}${s}</span>`:y}(e,t)}${e.ticket?v`<span class="chip">${e.ticket.name}</span>`:y}${J(e)}</span
>
<span class="hit-text">${V(e.text)}</span>
</span>`}(e,l),s=n(e,o);return v`<li>
${s?v`<a class="hit hit-${e.kind}" href=${s} @click=${m}>${t}</a>`:v`<button type="button" class="hit hit-${e.kind}" @click=${()=>$(e)}>${t}</button>`}
</li>`},x=({name:e,items:t})=>{let a="message"===e||b.has(e)?t:t.slice(0,4);return v`<section class="hits" aria-labelledby="hits-${e}">
<div class="hits-title"><h2 id="hits-${e}">${r(`search.group_${e}`)}</h2></div>
<ul>
${a.map(w)}
</ul>
${a.length<t.length?v`<button type="button" class="text-button hits-all" @click=${()=>{b.add(e),k()}}>${c("search.all",t.length)}</button>`:y}
</section>`};return{status:()=>{let{phase:t,items:a,next:s}=e.state;return"ready"!==t||f()?"":s?r("search.count_more",{count:a.length}):c("search.count",a.length)},view:()=>{let{phase:a,items:n,of:l,suggestions:c,problem:d,partial:$}=e.state;return f()?v`<div class="ask-none" role="alert"><p class="ask-none-title">${r("search.too_long")}</p></div>`:"idle"===a?function({recent:e,tickets:t,ask:a,begin:s,redraw:n}){let i=e.all();return v`${i.length>0?v`<section class="hits" aria-labelledby="search-recent">
<div class="hits-title"><h2 id="search-recent">${r("search.recent")}</h2><button type="button" class="text-button" @click=${()=>{e.clear(),n()}}>${r("search.recent_clear")}</button></div>
<ul>
${i.map(e=>v`<li><button type="button" class="hit hit-recent" @click=${()=>a(e)}><span class="hit-mark">${p("history",18)}</span><span class="hit-text">${e}</span></button></li>`)}
</ul>
</section>`:y}
<section class="hits" aria-labelledby="search-narrow">
<div class="hits-title"><h2 id="search-narrow">${r("search.narrow_title")}</h2></div>
<ul class="ask-hints">
${_.filter(e=>t||"in"!==e).map(e=>v`<li><button type="button" class="hit" @click=${()=>s(e)}><code>${e}:</code><span class="hit-who">${r(`search.means_${e}`)}</span></button></li>`)}
</ul>
</section>`}({recent:i,tickets:o,ask:h,begin:u,redraw:k}):"failed"===a?function(e,t){let a=["unreachable","rate_limited","invalid","unavailable","forbidden","search_off"].find(t=>t===e?.code)??"unexpected";return v`<div class="ask-none" role="alert">
<p class="ask-none-title">${r(`search.error_${a}`,{seconds:e?.retryAfter??1})}</p>
${"rate_limited"===a?y:v`<button type="button" class="button" @click=${t}>${r("common.retry")}</button>`}
</div>`}(d,e.retry):"asking"!==a||l?"ready"===a&&0===n.length?((e,t,a,s)=>v`<div class="ask-none">
<p class="ask-none-title">${r("search.nothing")}</p>
${t.length>0?v`<p>
${r("search.meant")}${t.map(e=>v`<button type="button" class="text-button ask-meant" @click=${()=>s(e)}>${e}</button>`)}
</p>`:v`<p>${r(e?"search.partial":a?"search.nothing_narrow":"search.nothing_hint")}</p>`}
</div>`)($,c,t.chips.length>0,h):v`<div aria-busy=${"asking"===a}>${(()=>{let{items:t,of:a,next:n,more:i,partial:l}=e.state;return g!==a&&([g,b]=[a,new Set]),v`${l?v`<p class="ask-partial">${r("search.partial")}</p>`:y}${s(t).map(x)}
${n?v`<button type="button" class="button hits-more" aria-busy=${i} @click=${()=>e.more()}>${r("search.more")}</button>`:y}`})()}</div>`:v`<p class="ask-wait">${r("search.asking")}</p>`}}}({asking:M,asked:w,recent:G,me:i.agent.id,tickets:Q,ask:X,begin:te.begin,find:F(t),opened:()=>G.add(S()),redraw:f,long:q});for(let[e,t]of[[".ask-field",te.view],[".ask-narrow",se],[".ask-scroll",ne.view],["[role=status]",ne.status]])o(m(e),()=>(k.value,t()));return m(".ask-scroll").addEventListener("scroll",()=>{let{scrollHeight:e,scrollTop:t,clientHeight:a}=m(".ask-scroll");e-t-a<600&&M.more()},{passive:!0}),{root:$,returns:!0,title:()=>[S(),r("search.title"),i.shop.name].filter(Boolean).join(" · "),heading:()=>te.input(),address:j,show({url:e,back:t}){W||=!t,document.body.dataset.alone="false",ee.load();let a=e.searchParams.get("q")??"";a!==S()&&X(a),f(),!t&&requestAnimationFrame(()=>{te.input()?.focus(),te.input()?.select()})}}});
