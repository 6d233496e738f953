import"./with-app-later-icons.js";import{a as e,b as t}from"./with-app-fuzzy.js";import{F as a,I as s,J as l,K as n,N as r,O as i,P as o,Q as p,U as c,W as u,c as d,da as m,j as g,k,l as v,r as $,ta as b,u as h,xa as y}from"./app.js";var f=["selection","conversation","assign","view","recent","settings","desk"];function w({shown:e,answered:t,subject:a,closed:s,close:i,at:o,query:p,onKey:u,list:d}){return{view:()=>{if(!e.value)return h;let{flat:m}=t.value,k=g(a);return $`<dialog
class="palette"
id="palette"
aria-label=${l("palette.title")}
@close=${s}
@click=${e=>e.target===e.currentTarget&&i()}
>
<div class="palette-field">
${k?$`<span class="palette-chip">${k}</span>`:$`<span class="palette-lens">${r("search",18)}</span>`}
<input
id="palette-query"
type="text"
role="combobox"
aria-expanded="true"
aria-controls="palette-list"
aria-autocomplete="list"
aria-activedescendant=${m.length?`palette-${o.value}`:h}
aria-label=${k?l("palette.label_about",{subject:k}):l("palette.label")}
placeholder=${l("palette.placeholder")}
autocomplete="off"
autocapitalize="off"
spellcheck="false"
enterkeyhint="go"
@input=${e=>{p.value=e.target.value,o.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
@keydown=${u}
/>
<button class="palette-esc" type="button" aria-label=${l("palette.close")} @click=${i}>
<kbd class="no-phone">Esc</kbd><span class="only-phone">${r("x",20)}</span>
</button>
</div>
<div class="palette-list" id="palette-list" role="listbox" aria-label=${l("palette.results")}>${d()}</div>
${m.length?h:$`<p class="palette-none">${l("palette.nothing",{query:p.value})}</p>`}
<div class="palette-foot">
<span class="no-phone" aria-hidden="true"
><span><kbd>↑</kbd><kbd>↓</kbd>${l("palette.key_move")}</span><span><kbd>↵</kbd>${l("palette.key_run")}</span
><span><kbd>${c?"⌘↵":"Ctrl ↵"}</kbd>${l("palette.key_next")}</span></span
>
<span role="status">${n("palette.count",m.length)}</span>
</div>
</dialog>`}}}function _({entries:s,subject:n,next:i,phone:o}){let p=k(!1),d=k(""),m=k(0),b=k([]),y=v(()=>function(t,a){let s=a.trim(),l=[];for(let a of t){if(!s){a.asked||l.push({entry:a,spans:[],score:0});continue}let t=e(s,a.label,`${a.hint??""} ${a.more??""}`);t&&l.push({entry:a,...t})}let n=l.filter(e=>e.score>=10||0===e.spans.length);n.some(e=>e.score>=10)&&(l=n);let r=f.map(e=>({name:e,hits:l.filter(t=>t.entry.group===e).sort((e,t)=>t.score-e.score).slice(0,8).map(({entry:e,spans:t})=>({entry:e,spans:t}))})).filter(e=>e.hits.length>0);return{groups:r,flat:r.flatMap(e=>e.hits)}}(b.value,d.value)),_=null,x=()=>document.getElementById("palette"),j=()=>x()?.close(),K=(e,t)=>{j(),e.run(),t&&e.next&&i()};return{open:()=>{if(p.peek())return j();b.value=s(),d.value="",m.value=0,p.value=!0,o()&&(_=a(j))},close:j,...w({shown:p,answered:y,subject:n,closed:()=>{p.value=!1,_?.(),_=null},close:j,at:m,query:d,onKey:e=>{if(e.isComposing||229===e.keyCode)return;let t={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[e.key];if(void 0!==t)(e=>{m.value=((e,t,a)=>0===a?0:(e+t+a)%a)(m.value,e,y.value.flat.length),document.getElementById(`palette-${m.value}`)?.scrollIntoView({block:"nearest"})})(t);else if("Enter"===e.key){let t=y.value.flat[m.value];t&&K(t.entry,e.metaKey||e.ctrlKey)}else{if("k"!==e.key.toLowerCase()||!(c?e.metaKey:e.ctrlKey))return;j()}e.preventDefault()},list:()=>{let e=0;return y.value.groups.map(a=>$`<div role="group" aria-labelledby="palette-head-${a.name}">
<div class="palette-head" id="palette-head-${a.name}">
${l(`palette.group_${a.name}`,{subject:g(n)??""})}
</div>
${a.hits.map(a=>(({entry:e,spans:a},s)=>{let n=s===m.value;return $`<div
class="palette-item ${n?"active":""}"
id="palette-${s}"
role="option"
aria-selected=${n}
@click=${t=>K(e,t.metaKey||t.ctrlKey)}
@pointermove=${()=>m.peek()!==s&&(m.value=s)}
>
<span class="palette-mark">${e.mark??h}</span>
<span class="palette-label"
><span>${t(e.label,a).map(e=>e.hit?$`<b>${e.text}</b>`:e.text)}</span
>${e.hint?$` <span class="palette-hint">${e.hint}</span>`:h}</span
>
${e.current?$`<span class="palette-now">${r("check")}<span class="hidden">${l("palette.current")}</span></span>`:h}
${(e=>e?$`<span class="palette-keys">${u(e).map(e=>$`<kbd>${e}</kbd>`)}</span>`:h)(e.key??"")}
</div>`})(a,e++))}
</div>`)}}),around:{after(){let e=x();!e||e.open||(e.showModal(),document.getElementById("palette-query")?.focus())}}}}var x=new Set(["palette","open","back","next","previous"]),j=(e,t,a)=>e.map(e=>({id:`settings:${e.name}`,group:"settings",label:l("palette.settings_page",{name:l(e.title)}),more:`${e.name.replace("-"," ")} ${l(e.find)}`,mark:r("settings",18),asked:t,run:()=>a(e.path)})),K=e=>({get count(){return e.selection.size},assign(t){let{ids:a}=e.selection;e.selection.clear(),e.actOnAll(a,"assign",{agent_id:t})}});function E({whole:e,actions:t,keymap:a,open:c,recent:u,table:g,ui:k,go:v}){let h=()=>k.sees("inbox")?e():null,f=function({desk:e,actions:t,keymap:a}){let n=()=>e()?.selection.size??0,i=(t,a)=>"close"===t&&"closed"===e()?.row?.state&&0===n()?l("palette.act_reopen"):s(`palette.act_${t}`)?l(`palette.act_${t}`):l(a.label);return()=>Object.entries(t).flatMap(([e,t])=>{if(x.has(e)||e.startsWith("view_")||!1===t.when?.())return[];let s=n()>0?"selection":"conversation",l="select"===t.group&&0===n();return[{id:e,group:l?"desk":"write"===t.group?"conversation":["conversation","select"].includes(t.group)?s:"desk",label:i(e,t),more:e.replaceAll("_"," "),key:a().keyOf(e),mark:r(t.icon??"arrow-right",18),next:"conversation"===t.group,asked:l,run:t.run}]})}({desk:h,actions:t,keymap:a}),w=null,_=()=>{let e=h();return e&&(w??=function({desk:e,actions:t,keymap:a,open:s,recent:c,selection:u}){let g=function({desk:e,selection:t}){return()=>{let a=e.row;if(!a&&0===t.count)return[];let s=s=>t.count>0?t.assign(s):a&&e.assign(a.id,s),n=t.count>0?void 0:a?.agent_id,i=e.agents.filter(e=>!1!==e.active&&e.id!==n).map(t=>({id:`assign:${t.id}`,group:"assign",label:t.id===e.agent.id?l("palette.assign_me"):l("palette.assign_to",{name:t.name}),hint:l(`agent.state_${y(t)}`),more:"assign",mark:p(t,"small"),asked:!0,next:!0,run:()=>s(t.id)}));return null!==n&&i.push({id:"assign:nobody",group:"assign",label:l("palette.assign_nobody"),more:"assign unassign",mark:r("users",18),asked:!0,next:!0,run:()=>s(null)}),i}}({desk:e,selection:u}),k=()=>{let t=new Map(c().slice(0,5).map((e,t)=>[e,t])),a=Date.now(),l=[...e.cache.rows.values()].filter(t=>t.id!==e.openId),n=e=>t.get(e.id)??5;return l.sort((e,t)=>n(e)-n(t)||t.updated_at.localeCompare(e.updated_at)).map(e=>({id:`conversation:${e.id}`,group:"recent",label:i(e.contact),hint:[b(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)?.slice(0,60),m(e.updated_at,a)].filter(Boolean).join(" · "),mark:$`<span class="palette-face">${o(e.contact)}</span>`,asked:!t.has(e.id),run:()=>s(e.id)}))};return{subject:()=>u.count>0?n("palette.selected",u.count):e.row?i(e.row.contact):null,all:()=>[...g(),...d.map(s=>({id:`view:${s}`,group:"view",label:l("palette.view",{name:l(`inbox.view_${s}`)}),hint:null===e.cache.counts?.[s]?"999+":String(e.cache.counts?.[s]??""),more:s,key:a().keyOf(`view_${s}`),mark:r("list-filter",18),current:e.list.view===s,run:()=>t[`view_${s}`]?.run()})),...k()]}}({desk:e,actions:t,keymap:a,open:c,recent:u,selection:K(e)})),e&&w};return{subject:()=>_()?.subject()??null,all:()=>[...f(),..._()?.all()??[],...j(g.in("settings"),!!h(),v)]}}export{E as createEntries,_ as createPalette};
