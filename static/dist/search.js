import{a as e}from"./with-parts-picker.js";import{a as t,b as a}from"./with-parts-popup.js";import{E as s,J as n,K as r,L as l,M as i,N as o,P as c,W as h,_ as p,aa as u,ea as d,ga as m,k as $,ma as f,r as b,s as k,u as g,v}from"./app.js";var w=["from","tag","agent","team","channel","after","before","in","has"],y={in:"ticket",has:"file"},x=new RegExp(`(^|\\s)(${w.join("|")})[:：](?:["“”]([^"“”]*)["“”]|([^\\s"“”]+))(?=\\s|$)`,"giu"),_=new RegExp(`(?:^|\\s)(${w.join("|")})[:：]["“”]?([^"“”\\s]*)$`,"iu");function C(e,t){let a="after"===t.op||"before"===t.op;return[...e.filter(({op:e,value:s})=>e!==t.op||!a&&s.toLowerCase()!==t.value.toLowerCase()),t]}function q(e,t=!1){let a=[],s=e.replace(x,(s,n,r,l,i,o)=>{let c=r.toLowerCase(),h=function(e,t){let a=t.trim();return a?y[e]?a.toLowerCase()===y[e]?y[e]:null:"after"===e||"before"===e?function(e){let t=/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(e);if(!t)return null;let[a,s,n]=t.slice(1).map(Number),r=new Date(Date.UTC(a,s-1,n));return r.getUTCMonth()===s-1&&r.getUTCDate()===n?r.toISOString().slice(0,10):null}(a):a:null}(c,l??i);return null===h||t&&void 0===l&&o+s.length===e.length?s:(a=C(a,{op:c,value:h}),n)});return{chips:a,words:t?s.replace(/\s{2,}/g," ").trimStart():s.replace(/\s+/g," ").trim()}}var S=({op:e,value:t})=>`${e}:${/\s/.test(t)?`"${t.replaceAll('"',"")}"`:t}`;function M(e){let t=_.exec(e);return t?{op:t[1].toLowerCase(),value:t[2],before:e.slice(0,t.index).trimEnd()}:null}var E=[["today",0],["yesterday",1],["week",7],["month",30],["year",365]],D=["web","api"],L=e=>`${e.getFullYear()}-${String(e.getMonth()+1).padStart(2,"0")}-${String(e.getDate()).padStart(2,"0")}`,A=e=>E.map(([t,a])=>{let s=new Date(e-864e5*a);return{value:L(s),label:n(`search.since_${t}`),hint:p(s)}}),T=({op:e,value:t})=>"in"===e||"has"===e?n(`search.only_${e}`):n("search.chip",{name:n(`search.op_${e}`),value:"channel"===e?n(`common.channel_${t}`):t});function j({asked:e,choices:t,changed:a,redraw:r,enter:l,down:i,leave:c}){let h=0,p=!1,u=()=>{if(p)return[];let a=M(e.words);return a?t.of(a.op,a.value).map(({value:e,label:t,hint:s})=>({label:t,hint:s??(t===e?void 0:e),run:()=>$({op:a.op,value:e},a.before)})):function(e){let t=/(?:^|\s)([a-z]{2,})$/i.exec(e);if(!t)return[];let a=t[1].toLowerCase();return w.filter(e=>e.startsWith(a)).map(a=>({op:a,before:e.slice(0,t.index).trimEnd()}))}(e.words).map(({op:e,before:t})=>({label:`${e}:`,hint:n(`search.means_${e}`),run:()=>m(`${t} ${e}:`.trimStart())}))},d=()=>document.getElementById("search-words"),m=t=>{Object.assign(e,{words:t}),h=0,p=!1,a()},$=(t,s=e.words)=>{e.chips=C(e.chips,t),e.words=s?`${s} `:"",h=0,a(!0),d()?.focus()},f=(t,s)=>{e.chips=e.chips.filter(e=>e!==t),s&&(e.words=`${t.op}:${t.value}${e.words}`),p=!1,a(!s),d()?.focus()},k=t=>{let a=t.target,s=a.selectionStart===a.value.length&&!t.isComposing,{chips:n,words:r}=s?q(a.value,!0):{chips:[],words:a.value};for(let t of n)e.chips=C(e.chips,t);m(r)},v=t=>{if(t.isComposing||229===t.keyCode)return;let a=u(),s={ArrowDown:1,ArrowUp:-1}[t.key];if(s&&a.length>0)h=(h+s+a.length)%a.length,r();else if("ArrowDown"===t.key)i();else if(("Enter"===t.key||"Tab"===t.key)&&a.length>0&&M(e.words))a[Math.min(h,a.length-1)].run();else if("Tab"===t.key&&a.length>0&&h>0)a[h].run();else if("Enter"===t.key)p=!0,l();else if("Backspace"===t.key&&e.chips.length>0&&0===d()?.selectionEnd)f(e.chips[e.chips.length-1],!0);else if("Escape"===t.key&&a.length>0)p=!0,r();else if("Escape"===t.key&&(e.words||e.chips.length>0))y();else{if("Escape"!==t.key)return;c()}t.preventDefault(),t.stopPropagation()},y=()=>{e.chips=[],m(""),d()?.focus()};return{input:d,clear:y,view:()=>{let t=u().length>0;return b`<div class="ask-box">
<span class="ask-lens">${o("search",20)}</span>
<div class="ask-inner">
${e.chips.map(e=>b`<span class="ask-chip"
>${T(e)}<button type="button" aria-label=${n("search.chip_off",{name:T(e)})} @click=${()=>f(e)}>${o("x",14)}</button></span
>`)}
<input
id="search-words"
type="text"
role="combobox"
aria-label=${n("search.label")}
aria-expanded=${t}
aria-controls=${t?"search-list":g}
aria-autocomplete="list"
aria-activedescendant=${t?`search-choice-${h}`:g}
placeholder=${e.chips.length>0?"":n("search.placeholder")}
maxlength=${200}
autocomplete="off"
autocapitalize="off"
spellcheck="false"
enterkeyhint="search"
.value=${s(e.words)}
@input=${k}
@compositionend=${k}
@keydown=${v}
/>
</div>
${e.words||e.chips.length>0?b`<button type="button" class="icon-button" aria-label=${n("search.clear")} title=${n("search.clear")} @click=${y}>${o("x",18)}</button>`:b`<kbd class="no-phone" aria-hidden="true">/</kbd>`}
${(()=>{let e=u();return h=Math.min(h,Math.max(0,e.length-1)),0===e.length?g:b`<ul class="ask-list" id="search-list" role="listbox" aria-label=${n("search.offered")}>
${e.map(({label:e,hint:t,run:a},s)=>b`<li
class="menu-item ${s===h?"picked":""}"
id="search-choice-${s}"
role="option"
aria-selected=${s===h}
@pointerdown=${e=>e.preventDefault()}
@click=${a}
>
<span class="menu-label">${e}</span>${t?b`<span class="menu-hint">${t}</span>`:g}
</li>`)}
</ul>`})()}
</div>`}}}var I=["from","tag","agent","team","channel"];var U="servicedesk.searches",O=["contact","ticket","canned","message"],R=e=>function(e){let t=[],a=!1;for(let s of(e??"").split(/(<\/?mark>)/))"<mark>"===s?a=!0:"</mark>"===s?a=!1:s&&t.push({text:s,hit:a});return t}(e).map(({text:e,hit:t})=>t?b`<mark>${e}</mark>`:e),N=e=>e?.name||(e?.label?n("common.visitor",{label:e.label}):n("search.somebody")),z=({at:e})=>e?b`<time datetime=${e} title=${d(e)}>${u(e,Date.now())}</time>`:g;i({globe:k`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,paperclip:k`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,history:k`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/><path d="M12 7v5l4 2"/>`,quote:k`<path d="M16 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z"/><path d="M5 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z"/>`,ticket:k`<path d="M2 9a3 3 0 0 1 0 6v2a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-2a3 3 0 0 1 0-6V7a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2Z"/><path d="M13 5v2"/><path d="M13 17v2"/><path d="M13 11v2"/>`});var B=({api:e,desk:t,router:a})=>async({contact:s})=>{try{let{conversations:n}=await e.contact(s?.id??"");n[0]?await a.go(`/inbox/${encodeURIComponent(n[0].id)}?who`):t.notify({key:"search.no_conversation",icon:"info"})}catch(e){t.failed(e)}};m("search",function(s){let{api:i,desk:p,me:u,storage:d,table:m,ui:k}=s,x=function(e){let t=document.createElement("main");return t.id="search",t.className="room",v(b`<div class="sheet ask">
<h1 class="hidden">${n("search.title")}</h1>
<div class="ask-top" role="search">
<div class="ask-line">
<div class="ask-field"></div>
<button type="button" class="button quiet ask-commands" aria-haspopup="dialog" title=${n("search.commands_hint")} @click=${e}>
${n("search.commands")}<kbd class="no-phone" aria-hidden="true">${f("mod+k")}</kbd>
</button>
</div>
<div class="ask-narrow"></div>
</div>
<div class="hidden" role="status"></div>
<div class="ask-scroll"></div>
</div>`,t),t}(()=>s.shell.palette.open()),_=e=>x.querySelector(e),M=$(0),E=()=>{M.value+=1},L={chips:[],words:""},T=function(e,t){let a=()=>{try{let a=JSON.parse(e?.getItem(U)??"null");return a?.owner===t&&Array.isArray(a.list)?a.list.filter(e=>"string"==typeof e).slice(0,8):[]}catch{return[]}},s=a=>{try{e?.setItem(U,JSON.stringify({owner:t,list:a}))}catch{}};return{all:a,add:e=>e&&s([e,...a().filter(t=>t!==e)].slice(0,8)),clear:()=>s([])}}(d,u.agent.id),H=!!m.find("/tickets"),K=()=>(({chips:e,words:t})=>[...e.map(S),t.replace(/\s+/g," ").trim()].filter(Boolean).join(" "))(L),P=()=>K().length>200,V=()=>K()?`/search?q=${encodeURIComponent(K())}`:"/search",F=function({search:e,changed:t,after:a,cancel:s}){let n={q:"",phase:"idle",items:[],of:"",next:null,suggestions:[],problem:null,more:!1},r=0,l=null,i=async()=>{let s=r+=1;n.phase="asking",n.problem=null,t();try{let{items:t,next:a,suggestions:l}=await e({q:n.q,limit:40});if(s!==r)return;Object.assign(n,{items:t,next:a??null,suggestions:l??[],of:n.q,phase:"ready"})}catch(e){if(s!==r)return;((e,t)=>{n.problem=e,n.phase="failed",429===n.problem.status&&(l=a(t,1e3*(n.problem.retryAfter??1)))})(e,i)}t()};return{get state(){return n},ask(e,o=!1){if(e!==n.q||o&&"failed"===n.phase){if(s(l),r+=1,!e)return n={q:"",phase:"idle",items:[],of:"",next:null,suggestions:[],problem:null,more:!1},t();n.q=e,n.phase="asking",n.problem=null,t(),o?i():l=a(i,160)}},retry:()=>{n.q&&i()},async more(){if(!n.next||n.more||"ready"!==n.phase)return;let a=r;n.more=!0,t();try{let{items:t,next:s}=await e({q:n.q,limit:40,before:n.next});if(a!==r)return;n.items=[...n.items,...t],n.next=s??null}catch{}finally{n.more=!1,t()}}}}({search:i.search,changed:()=>{"asking"!==F.state.phase&&(!k.sees("search")||location.pathname+location.search===V()||(history.replaceState(history.state,"",V()),s.moved())),E()},after:(e,t)=>setTimeout(e,t),cancel:e=>clearTimeout(e)}),J=(e=!1)=>{P()||F.ask(K(),e),E()},W=function({api:e,desk:t},a){let s=[],r=[],l=e=>e.map(e=>({value:e,label:e})),i=e=>"tag"===e?l(s):"team"===e?l(r):"channel"===e?D.map(e=>({value:e,label:n(`common.channel_${e}`)})):"after"===e||"before"===e?A(Date.now()):y[e]?[{value:String(y[e]),label:n(`search.value_${y[e]}`)}]:l(t.agents.map(e=>e.name));return{load(){0===t.agents.length&&t.loadAgents().then(a),e.labels().then(({items:e})=>{s=e.map(e=>e.name),a()},()=>{}),e.teams().then(({items:e})=>{r=e.map(e=>e.name),a()},()=>{})},of:(e,t)=>i(e).filter(({value:e,label:a})=>`${e} ${a}`.toLowerCase().includes(t.toLowerCase())).slice(0,8),all:i}}(s,E),Y=j({asked:L,choices:W,changed:J,redraw:E,enter(){let{chips:e,words:t}=q(L.words);for(let t of e)L.chips=C(L.chips,t);if(L.words=t,T.add(K()),"ready"===F.state.phase&&F.state.of===K())return Z.first();J(!0)},down:()=>Z.first(),leave:()=>{X&&history.back()}}),Z=function(e,t){let a=()=>[...e.querySelectorAll(".ask-scroll :is(.hit, .hits-all, .ask-meant)")],s=e=>{let s=a();if(e<0||0===s.length)return t()?.focus();e>=s.length-2&&F.more();let n=s[Math.min(e,s.length-1)];n.focus(),n.scrollIntoView({block:"nearest"})};return e.addEventListener("keydown",e=>{let t=a().indexOf(document.activeElement);if(t<0||e.ctrlKey||e.metaKey||e.altKey)return;let n={ArrowDown:t+1,j:t+1,ArrowUp:t-1,k:t-1,Home:0,End:a().length-1,Escape:-1}[e.key];void 0!==n&&(e.preventDefault(),e.stopPropagation(),s(n))}),{first:()=>s(0)}}(x,Y.input),G=function({choices:s,chips:r,add:l,take:i,tickets:c}){let p=(e,t,a,s)=>b`<button type="button" class="ask-filter" id="filter-${e}" aria-haspopup=${s} aria-expanded="false" @click=${a}>${t}${o("chevron-down",14)}</button>`,u=e=>{let t=r().some(t=>t.op===e);return b`<button
type="button"
class="ask-filter"
id="filter-${e}"
aria-pressed=${t}
@click=${()=>t?i(r().filter(t=>t.op!==e)):l({op:e,value:String(y[e])})}
>
${n(`search.only_${e}`)}
</button>`};return()=>b`<div class="ask-filters" role="group" aria-label=${n("search.filters")}>
${I.map(t=>s.all(t).length>0||"from"===t?p(t,n(`search.op_${t}`),a=>((t,a)=>e(t,{label:n(`search.op_${a}`),placeholder:n(`search.find_${a}`),nothing:n("search.find_nothing"),options:e=>s.all(a).filter(({label:t})=>t.toLowerCase().includes(e.toLowerCase())).map(({value:e,label:t})=>({id:e,label:t,checked:r().some(t=>t.op===a&&t.value===e)})),choose:({id:e})=>l({op:a,value:e}),create:"from"===a?{label:e=>n("search.from_named",{name:e}),run:e=>l({op:a,value:e})}:void 0}))(a.currentTarget,t),"dialog"):g)}
${p("when",n("search.when"),e=>(e=>{let s=r().find(e=>"after"===e.op)?.value;h(e,n("search.when"),[{items:A(Date.now()).map(({value:e,label:t,hint:a})=>({label:t,hint:a,checked:e===s,run:()=>l({op:"after",value:e})}))},{items:[{label:n("search.days"),run:()=>setTimeout(()=>function(e,s,r){a(e,n("search.when"),()=>b`<form
class="popup-form"
@submit=${e=>{e.preventDefault();let a=new FormData(e.target);t(),r([...s.filter(({op:e})=>"after"!==e&&"before"!==e),...["after","before"].flatMap(e=>a.get(e)?[{op:e,value:String(a.get(e))}]:[])])}}
>
${["after","before"].map(e=>b`<label for="search-${e}">${n(`search.op_${e}`)}</label><input id="search-${e}" name=${e} type="date" .value=${(e=>s.find(t=>t.op===e)?.value??"")(e)} />`)}
<button class="button primary">${n("search.narrow")}</button>
</form>`)}(e,r(),i))}]}])})(e.currentTarget),"menu")} ${u("has")} ${c?u("in"):g}
</div>`}({choices:W,chips:()=>L.chips,add:e=>{L.chips=C(L.chips,e),J(!0)},take:e=>{L.chips=e,J(!0)},tickets:H}),Q=function({asking:e,asked:t,recent:a,me:s,tickets:l,ask:i,begin:h,find:p,opened:u,redraw:d,long:m}){let $=new Set,f="",k=e=>{let t="contact"===e.kind||"ticket"===e.kind||"canned"===e.kind?function(e){let t="contact"===e.kind?c(e.contact??{id:"",name:null}):b`<span class="hit-mark">${o("ticket"===e.kind?"ticket":"quote",18)}</span>`,a="contact"===e.kind&&(e=>(e??"").replace(/<\/?mark>/g,""))(e.text)!==e.contact?.name?N(e.contact):"";return b`${t}
<span class="hit-body">
<span class="hit-head">
${e.ticket?b`<span class="hit-number">${e.ticket.name}</span>`:g}
${a?b`<b>${a}</b>`:b`<b>${R(e.text)}</b>`}
${"ticket"===e.kind&&e.contact?b`<span class="hit-who">${N(e.contact)}</span>`:g}${z(e)}
</span>
${a?b`<span class="hit-text">${R(e.text)}</span>`:g}
</span>`}(e):function(e,t){return b`${e.contact?c(e.contact):g}
<span class="hit-body">
<span class="hit-head"
><b>${N(e.contact)}</b>${function({kind:e,who:t},a){let s=t&&"visitor"!==t.kind?t.id===a?n("common.you"):t.name??"":"";if("note"===e)return b`<span class="hit-note">${o("lock",12)}${s?n("search.note_by",{name:s}):n("search.note")}</span>`;let r="file"===e?o("paperclip",12):g;return s||"file"===e?b`<span class="hit-who">${r}${s}</span>`:g}(e,t)}${e.ticket?b`<span class="chip">${e.ticket.name}</span>`:g}${z(e)}</span
>
<span class="hit-text">${R(e.text)}</span>
</span>`}(e,s),a=function(e,t){let a=e.sequence?`?at=${e.sequence}`:"";return"canned"===e.kind?"/settings/canned"+(e.id?`?id=${encodeURIComponent(e.id)}`:""):e.ticket&&t?`/tickets/${encodeURIComponent(e.ticket.name)}${a}`:e.conversation_id?`/inbox/${encodeURIComponent(e.conversation_id)}${"contact"===e.kind?"?who":a}`:null}(e,l);return b`<li>
${a?b`<a class="hit hit-${e.kind}" href=${a} @click=${u}>${t}</a>`:b`<button type="button" class="hit hit-${e.kind}" @click=${()=>p(e)}>${t}</button>`}
</li>`};return{status:()=>{let{phase:t,items:a,next:s}=e.state;return m()?n("search.too_long"):"ready"!==t?"":s?n("search.count_more",{count:a.length}):r("search.count",a.length)},view:()=>{let{phase:s,items:c,of:p}=e.state;return m()?b`<div class="ask-none" role="alert"><p class="ask-none-title">${n("search.too_long")}</p></div>`:"idle"===s?(()=>{let e=a.all();return b`${e.length>0?b`<section class="hits" aria-labelledby="search-recent">
<h2 id="search-recent">
${n("search.recent")}<button
type="button"
class="text-button"
@click=${()=>{a.clear(),d()}}
>
${n("search.recent_clear")}
</button>
</h2>
<ul>
${e.map(e=>b`<li><button type="button" class="hit hit-recent" @click=${()=>i(e)}><span class="hit-mark">${o("history",18)}</span><span class="hit-text">${e}</span></button></li>`)}
</ul>
</section>`:g}
<section class="hits" aria-labelledby="search-narrow">
<h2 id="search-narrow">${n("search.narrow_title")}</h2>
<ul class="ask-hints">
${w.filter(e=>l||"in"!==e).map(e=>b`<li><button type="button" class="hit" @click=${()=>h(e)}><code>${e}:</code><span class="hit-who">${n(`search.means_${e}`)}</span></button></li>`)}
</ul>
</section>`})():"failed"===s?(()=>{let{problem:t}=e.state,a=["unreachable","rate_limited","invalid","unavailable","forbidden"].find(e=>e===t?.code)??"unexpected";return b`<div class="ask-none" role="alert">
<p class="ask-none-title">${n(`search.error_${a}`,{seconds:t?.retryAfter??1})}</p>
${"rate_limited"===a?g:b`<button type="button" class="button" @click=${()=>e.retry()}>${n("common.retry")}</button>`}
</div>`})():"asking"!==s||p?"ready"===s&&0===c.length?(()=>{let{suggestions:a}=e.state;return b`<div class="ask-none">
<p class="ask-none-title">${n("search.nothing")}</p>
${a.length>0?b`<p>
${n("search.meant")}
${a.map(e=>b`<button type="button" class="text-button ask-meant" @click=${()=>i(e)}>${e}</button>`)}
</p>`:b`<p>${n(t.chips.length>0?"search.nothing_narrow":"search.nothing_hint")}</p>`}
</div>`})():b`<div aria-busy=${"asking"===s}>${(()=>{let{items:t,of:a,next:s,more:l}=e.state;return f!==a&&([f,$]=[a,new Set]),b`${(e=>O.map(t=>({name:t,items:e.filter(e=>(e=>"note"===e||"file"===e?"message":e)(e.kind)===t)})).filter(e=>e.items.length>0))(t).map(({name:e,items:t})=>{let a="message"===e||$.has(e)?t:t.slice(0,4);return b`<section class="hits" aria-labelledby="hits-${e}">
<h2 id="hits-${e}">${n(`search.group_${e}`)}</h2>
<ul>
${a.map(k)}
</ul>
${a.length<t.length?b`<button
type="button"
class="text-button hits-all"
@click=${()=>{$.add(e),d()}}
>
${r("search.all",t.length)}
</button>`:g}
</section>`})}
${s?b`<button type="button" class="button hits-more" aria-busy=${l} @click=${()=>e.more()}>${n("search.more")}</button>`:g}`})()}</div>`:b`<p class="ask-wait">${n("search.asking")}</p>`}}}({asking:F,asked:L,recent:T,me:u.agent.id,tickets:H,ask:e=>{Object.assign(L,q(e)),J(!0),_(".ask-scroll").scrollTo(0,0),Y.input()?.focus()},begin:e=>{L.words=`${L.words} ${e}:`.trimStart(),J(),Y.input()?.focus()},find:B(s),opened:()=>T.add(K()),redraw:E,long:P}),X=!1;for(let[e,t]of[[".ask-field",Y.view],[".ask-narrow",G],[".ask-scroll",Q.view],["[role=status]",Q.status]])l(_(e),()=>(M.value,t()));return _(".ask-scroll").addEventListener("scroll",({target:e})=>{let{scrollHeight:t,scrollTop:a,clientHeight:s}=e;t-a-s<600&&F.more()},{passive:!0}),{root:x,returns:!0,title:()=>[K(),n("search.title"),u.shop.name].filter(Boolean).join(" · "),heading:()=>Y.input(),address:V,show({url:e,back:t}){X||=!t,document.body.dataset.alone="false",W.load();let a=e.searchParams.get("q")??"";a!==K()&&(Object.assign(L,q(a)),J(!0),_(".ask-scroll").scrollTo(0,0)),E(),!t&&requestAnimationFrame(()=>{Y.input()?.focus(),Y.input()?.select()})}}});
