import{a as e,b as t,c as a,e as n}from"./with-search-asking.js";import{a as s,b as l}from"./with-app-fuzzy.js";import"./with-app-later-icons.js";import{F as r,I as o,J as i,K as c,N as p,O as u,P as d,Q as m,_ as g,c as k,ia as h,j as f,k as v,ka as $,l as b,r as y,u as w,ua as _,ya as x}from"./app.js";function j(e){let a=[],n=0;for(let s of t(e))s.hit&&a.push([n,n+s.text.length]),n+=s.text.length;return a}function I({api:t,go:s,tickets:l}){let r=()=>{},o=e({search:e=>t.search({...e,limit:5}),changed:()=>r(),after:(e,t)=>setTimeout(e,t),cancel:e=>clearTimeout(e),wait:350}),c=(e,t)=>{let r=n(e,l);if(!r)return[];let o=e.contact?y`<span class="palette-face">${d(e.contact)}</span>`:p("search",18),i=[e.ticket?.name,e.contact?.name,e.at&&g(e.at,Date.now())].filter(Boolean).join(" · ");return[{entry:{id:`found:${t}`,group:"found",label:a(e.text),hint:i,mark:o,run:()=>s(r)},spans:j(e.text)}]};return{onChange:e=>{r=e},ask:e=>o.ask(e.trim()),hits(e){let t=e.trim();return t?[{entry:{id:"search",group:"found",label:i("palette.search_for",{query:t}),mark:p("search",18),run:()=>s(`/search?q=${encodeURIComponent(t)}`)},spans:[]},...o.state.of===t?o.state.items.flatMap(c):[]]:[]}}}var K=["selection","conversation","assign","view","recent","settings","desk"];function T({shown:e,answered:t,subject:a,closed:n,close:s,at:l,query:r,ask:o,onKey:u,list:d}){return{view:()=>{if(!e.value)return w;let{flat:m,local:g}=t.value,k=f(a);return y`<dialog
class="palette"
id="palette"
aria-label=${i("palette.title")}
@close=${n}
@click=${e=>e.target===e.currentTarget&&s()}
>
<div class="palette-field">
${k?y`<span class="palette-chip">${k}</span>`:y`<span class="palette-lens">${p("search",18)}</span>`}
<input
id="palette-query"
type="text"
role="combobox"
aria-expanded="true"
aria-controls="palette-list"
aria-autocomplete="list"
aria-activedescendant=${m.length?`palette-${l.value}`:w}
aria-label=${k?i("palette.label_about",{subject:k}):i("palette.label")}
placeholder=${i("palette.placeholder")}
autocomplete="off"
autocapitalize="off"
spellcheck="false"
enterkeyhint="go"
.value=${f(()=>r.value)}
@input=${e=>{r.value=e.target.value,l.value=0,o(e.target.value),document.getElementById("palette-list")?.scrollTo(0,0)}}
@keydown=${u}
/>
<button class="palette-esc" type="button" aria-label=${i("palette.close")} @click=${s}>
<kbd class="no-phone">Esc</kbd><span class="only-phone">${p("x",20)}</span>
</button>
</div>
<div class="palette-list" id="palette-list" role="listbox" aria-label=${i("palette.results")}>${d()}</div>
${g||m.length>1?w:y`<p class="palette-none">${i("palette.nothing",{query:r.value})}</p>`}
<div class="palette-foot">
<span class="no-phone" aria-hidden="true"
><span><kbd>↑</kbd><kbd>↓</kbd>${i("palette.key_move")}</span><span><kbd>↵</kbd>${i("palette.key_run")}</span
><span><kbd>${h?"⌘↵":"Ctrl ↵"}</kbd>${i("palette.key_next")}</span></span
>
<span role="status">${c("palette.count",m.length)}</span>
</div>
</dialog>`}}}function q({entries:e,subject:t,next:a,phone:n,search:o}){let c=v(!1),u=v(""),d=v(0),m=v([]),g=v(0);o.onChange(()=>g.value+=1);let k=b(()=>(g.value,function({groups:e,flat:t},a){return 0===a.length?{groups:e,flat:t,local:t.length}:{groups:[...e,{name:"found",hits:a}],flat:[...t,...a],local:t.length}}(function(e,t){let a=t.trim(),n=[];for(let t of e){if(!a){t.asked||n.push({entry:t,spans:[],score:0});continue}let e=s(a,t.label,`${t.hint??""} ${t.more??""}`);e&&n.push({entry:t,...e})}let l=n.filter(e=>e.score>=10||0===e.spans.length);l.some(e=>e.score>=10)&&(n=l);let r=K.map(e=>({name:e,hits:n.filter(t=>t.entry.group===e).sort((e,t)=>t.score-e.score).slice(0,8).map(({entry:e,spans:t})=>({entry:e,spans:t}))})).filter(e=>e.hits.length>0);return{groups:r,flat:r.flatMap(e=>e.hits)}}(m.value,u.value),o.hits(u.value)))),_=null,x=()=>document.getElementById("palette"),j=()=>x()?.close(),I=(e,t)=>{j(),e.run(),t&&e.next&&a()};return{open:(t="")=>{if(c.peek())return j();m.value=e(),u.value=t,d.value=0,o.ask(t),c.value=!0,n()&&(_=r(j))},close:j,...T({shown:c,answered:k,subject:t,closed:()=>{c.value=!1,_?.(),_=null},close:j,at:d,query:u,ask:o.ask,onKey:e=>{if(e.isComposing||229===e.keyCode)return;let t={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[e.key];if(void 0!==t)(e=>{d.value=((e,t,a)=>0===a?0:(e+t+a)%a)(d.value,e,k.value.flat.length),document.getElementById(`palette-${d.value}`)?.scrollIntoView({block:"nearest"})})(t);else if("Enter"===e.key){let t=k.value.flat[d.value];t&&I(t.entry,e.metaKey||e.ctrlKey)}else{if("k"!==e.key.toLowerCase()||!(h?e.metaKey:e.ctrlKey))return;j()}e.preventDefault()},list:()=>{let e=0;return k.value.groups.map(a=>y`<div role="group" aria-labelledby="palette-head-${a.name}">
<div class="palette-head" id="palette-head-${a.name}">
${((e,t)=>"conversation"===e&&null===t?i("palette.group_here"):i(`palette.group_${e}`,{subject:t??""}))(a.name,f(t))}
</div>
${a.hits.map(t=>function({entry:e,spans:t},a,n,s){let r=a===n.value;return y`<div
class="palette-item ${r?"active":""}"
id="palette-${a}"
role="option"
aria-selected=${r}
@click=${t=>s(e,t.metaKey||t.ctrlKey)}
@pointermove=${()=>n.peek()!==a&&(n.value=a)}
>
<span class="palette-mark">${e.mark??w}</span>
<span class="palette-label"
><span>${l(e.label,t).map(e=>e.hit?y`<b>${e.text}</b>`:e.text)}</span
>${e.hint?y` <span class="palette-hint">${e.hint}</span>`:w}</span
>
${e.current?y`<span class="palette-now">${p("check")}<span class="hidden">${i("palette.current")}</span></span>`:w}
${(e=>e?y`<span class="palette-keys">${$(e).map(e=>y`<kbd>${e}</kbd>`)}</span>`:w)(e.key??"")}
</div>`}(t,e++,d,I))}
</div>`)}}),around:{after(){let e=x();!e||e.open||(e.showModal(),document.getElementById("palette-query")?.focus())}}}}var C=new Set(["palette","open","back","next","previous"]),E=(e,t,a)=>e.map(e=>({id:`settings:${e.name}`,group:"settings",label:i("palette.settings_page",{name:i(e.title)}),more:`${e.name.replace("-"," ")} ${i(e.find)}`,mark:p("settings",18),asked:t,run:()=>a(e.path)})),B=e=>({get count(){return e.selection.size},assign(t){let{ids:a}=e.selection;e.selection.clear(),e.actOnAll(a,"assign",{agent_id:t})},team(t){let{ids:a}=e.selection;e.selection.clear(),e.actOnAll(a,"team",{team_id:t})}});function z({whole:e,actions:t,keymap:a,open:n,recent:s,toTeam:l,table:r,ui:h,go:f}){let v=()=>h.sees("inbox")?e():null,$=function({desk:e,actions:t,keymap:a}){let n=()=>e()?.selection.size??0,s=(t,a)=>"close"===t&&"closed"===e()?.row?.state&&0===n()?i("palette.act_reopen"):o(`palette.act_${t}`)?i(`palette.act_${t}`):i(a.label);return()=>Object.entries(t).flatMap(([e,t])=>{if(C.has(e)||e.startsWith("view_")||!1===t.when?.())return[];let l=n()>0?"selection":"conversation",r="select"===t.group&&0===n();return[{id:e,group:r?"desk":"write"===t.group?"conversation":["conversation","select"].includes(t.group)?l:"desk",label:s(e,t),more:e.replaceAll("_"," "),key:a().keyOf(e),mark:p(t.icon??"arrow-right",18),next:"conversation"===t.group,asked:r,run:t.run}]})}({desk:v,actions:t,keymap:a}),b=null,w=()=>{let e=v();return e&&(b??=function({desk:e,actions:t,keymap:a,open:n,recent:s,selection:l,toTeam:r}){let o=function({desk:e,selection:t,toTeam:a}){return()=>{let n=e.row;if(!n&&0===t.count)return[];let s=a=>t.count>0?t.assign(a):n&&e.assign(n.id,a),l=t.count>0?void 0:n?.agent_id,r=e.agents.filter(e=>!1!==e.active&&e.id!==l).map(t=>({id:`assign:${t.id}`,group:"assign",label:t.id===e.agent.id?i("palette.assign_me"):i("palette.assign_to",{name:t.name}),hint:i(`agent.state_${x(t)}`),more:"assign",mark:m(t,"small"),asked:!0,next:!0,run:()=>s(t.id)}));null!==l&&r.push({id:"assign:nobody",group:"assign",label:i("palette.assign_nobody"),more:"assign unassign",mark:p("users",18),asked:!0,next:!0,run:()=>s(null)});let o=e.teams.rows.filter(e=>t.count>0||e.id!==n?.team_id).map(e=>({id:`team:${e.id}`,group:"assign",label:i("palette.assign_team",{name:e.name}),more:"team transfer",mark:p("users",18),asked:!0,next:t.count>0,run:()=>t.count>0?t.team(e.id):a(e.id)}));return[...r,...o]}}({desk:e,selection:l,toTeam:r}),h=()=>{let t=new Map(s().slice(0,5).map((e,t)=>[e,t])),a=Date.now(),l=[...e.cache.rows.values()].filter(t=>t.id!==e.openId),r=e=>t.get(e.id)??5;return l.sort((e,t)=>r(e)-r(t)||t.updated_at.localeCompare(e.updated_at)).map(e=>({id:`conversation:${e.id}`,group:"recent",label:u(e.contact),hint:[_(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)?.slice(0,60),g(e.updated_at,a)].filter(Boolean).join(" · "),mark:y`<span class="palette-face">${d(e.contact)}</span>`,asked:!t.has(e.id),run:()=>n(e.id)}))},f=()=>{e.macros.ensure();let t=l.count>0;return t||e.row?e.macros.rows.filter(e=>!e.unreadable).map(a=>({id:`macro:${a.id}`,group:t?"selection":"conversation",label:i("palette.macro",{name:a.name}),more:"macro",mark:p("zap",18),asked:!0,run:()=>{v(a,t?e.selection.ids:[e.openId])}})):[]},v=async(t,a)=>{let{confirmMacro:n,ready:s}=await(import("./thread-macros.js"));await s(e);let l=document.querySelector(".bulk")??document.getElementById("composer-text");l&&n(e,l,t,a)};return{subject:()=>l.count>0?c("palette.selected",l.count):e.row?u(e.row.contact):null,all:()=>[...o(),...f(),...k.map(n=>({id:`view:${n}`,group:"view",label:i("palette.view",{name:i(`inbox.view_${n}`)}),hint:null===e.cache.counts?.[n]?"999+":String(e.cache.counts?.[n]??""),more:n,key:a().keyOf(`view_${n}`),mark:p("list-filter",18),current:e.list.view===n,run:()=>t[`view_${n}`]?.run()})),...h()]}}({desk:e,actions:t,keymap:a,open:n,recent:s,selection:B(e),toTeam:l})),e&&b};return{subject:()=>w()?.subject()??null,all:()=>[...$(),...w()?.all()??[],...E(r.in("settings"),!!v(),f)]}}export{z as createEntries,q as createPalette,I as createPaletteSearch};
