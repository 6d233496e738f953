import"./with-app-later-icons.js";import{a as e,b as t}from"./with-app-fuzzy.js";import{E as a,H as l,I as s,J as n,M as i,N as r,O as o,P as p,T as c,V as u,c as d,i as m,ia as g,j as k,k as v,pa as $,q as b,t as h}from"./app.js";var y=["selection","conversation","assign","view","recent","settings","desk"];function f({shown:e,answered:t,subject:a,closed:l,close:r,at:o,query:p,onKey:u,list:d}){return{view:()=>{if(!e.value)return h;let{flat:g}=t.value,k=m(a);return b`<dialog
class="palette"
id="palette"
aria-label=${s("palette.title")}
@close=${l}
@click=${e=>e.target===e.currentTarget&&r()}
>
<div class="palette-field">
${k?b`<span class="palette-chip">${k}</span>`:b`<span class="palette-lens">${i("search",18)}</span>`}
<input
id="palette-query"
type="text"
role="combobox"
aria-expanded="true"
aria-controls="palette-list"
aria-autocomplete="list"
aria-activedescendant=${g.length?`palette-${o.value}`:h}
aria-label=${k?s("palette.label_about",{subject:k}):s("palette.label")}
placeholder=${s("palette.placeholder")}
autocomplete="off"
autocapitalize="off"
spellcheck="false"
enterkeyhint="go"
@input=${e=>{p.value=e.target.value,o.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
@keydown=${u}
/>
<button class="palette-esc" type="button" aria-label=${s("palette.close")} @click=${r}>
<kbd class="no-phone">Esc</kbd><span class="only-phone">${i("x",20)}</span>
</button>
</div>
<div class="palette-list" id="palette-list" role="listbox" aria-label=${s("palette.results")}>${d()}</div>
${g.length?h:b`<p class="palette-none">${s("palette.nothing",{query:p.value})}</p>`}
<div class="palette-foot">
<span class="no-phone" aria-hidden="true"
><span><kbd>↑</kbd><kbd>↓</kbd>${s("palette.key_move")}</span><span><kbd>↵</kbd>${s("palette.key_run")}</span
><span><kbd>${c?"⌘↵":"Ctrl ↵"}</kbd>${s("palette.key_next")}</span></span
>
<span role="status">${n("palette.count",g.length)}</span>
</div>
</dialog>`}}}function w({entries:l,subject:n,next:r,phone:o}){let p=k(!1),d=k(""),g=k(0),$=k([]),w=v(()=>function(t,a){let l=a.trim(),s=[];for(let a of t){if(!l){a.asked||s.push({entry:a,spans:[],score:0});continue}let t=e(l,a.label,`${a.hint??""} ${a.more??""}`);t&&s.push({entry:a,...t})}let n=s.filter(e=>e.score>=10||0===e.spans.length);n.some(e=>e.score>=10)&&(s=n);let i=y.map(e=>({name:e,hits:s.filter(t=>t.entry.group===e).sort((e,t)=>t.score-e.score).slice(0,8).map(({entry:e,spans:t})=>({entry:e,spans:t}))})).filter(e=>e.hits.length>0);return{groups:i,flat:i.flatMap(e=>e.hits)}}($.value,d.value)),_=null,x=()=>document.getElementById("palette"),j=()=>x()?.close(),E=(e,t)=>{j(),e.run(),t&&e.next&&r()};return{open:()=>{if(p.peek())return j();$.value=l(),d.value="",g.value=0,p.value=!0,o()&&(_=a(j))},close:j,...f({shown:p,answered:w,subject:n,closed:()=>{p.value=!1,_?.(),_=null},close:j,at:g,query:d,onKey:e=>{if(e.isComposing||229===e.keyCode)return;let t={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[e.key];if(void 0!==t)(e=>{g.value=((e,t,a)=>0===a?0:(e+t+a)%a)(g.value,e,w.value.flat.length),document.getElementById(`palette-${g.value}`)?.scrollIntoView({block:"nearest"})})(t);else if("Enter"===e.key){let t=w.value.flat[g.value];t&&E(t.entry,e.metaKey||e.ctrlKey)}else{if("k"!==e.key.toLowerCase()||!(c?e.metaKey:e.ctrlKey))return;j()}e.preventDefault()},list:()=>{let e=0;return w.value.groups.map(a=>b`<div role="group" aria-labelledby="palette-head-${a.name}">
<div class="palette-head" id="palette-head-${a.name}">
${s(`palette.group_${a.name}`,{subject:m(n)??""})}
</div>
${a.hits.map(a=>(({entry:e,spans:a},l)=>{let n=l===g.value;return b`<div
class="palette-item ${n?"active":""}"
id="palette-${l}"
role="option"
aria-selected=${n}
@click=${t=>E(e,t.metaKey||t.ctrlKey)}
@pointermove=${()=>g.peek()!==l&&(g.value=l)}
>
<span class="palette-mark">${e.mark??h}</span>
<span class="palette-label"
><span>${t(e.label,a).map(e=>e.hit?b`<b>${e.text}</b>`:e.text)}</span
>${e.hint?b` <span class="palette-hint">${e.hint}</span>`:h}</span
>
${e.current?b`<span class="palette-now">${i("check")}<span class="hidden">${s("palette.current")}</span></span>`:h}
${(e=>e?b`<span class="palette-keys">${u(e).map(e=>b`<kbd>${e}</kbd>`)}</span>`:h)(e.key??"")}
</div>`})(a,e++))}
</div>`)}}),around:{after(){let e=x();!e||e.open||(e.showModal(),document.getElementById("palette-query")?.focus())}}}}var _=new Set(["palette","open","back","next","previous"]),x=(e,t,a)=>e.map(e=>({id:`settings:${e.name}`,group:"settings",label:s("palette.settings_page",{name:s(e.title)}),more:`${e.name.replace("-"," ")} ${s(e.find)}`,mark:i("settings",18),asked:t,run:()=>a(e.path)})),j=e=>({get count(){return e.selection.size},assign(t){let{ids:a}=e.selection;e.selection.clear(),e.actOnAll(a,"assign",{agent_id:t})}});function E({whole:e,actions:t,keymap:a,open:c,recent:u,table:m,ui:k,go:v}){let h=()=>k.sees("inbox")?e():null,y=function({desk:e,actions:t,keymap:a}){let n=()=>e()?.selection.size??0,r=(t,a)=>"close"===t&&"closed"===e()?.row?.state&&0===n()?s("palette.act_reopen"):l(`palette.act_${t}`)?s(`palette.act_${t}`):s(a.label);return()=>Object.entries(t).flatMap(([e,t])=>{if(_.has(e)||e.startsWith("view_")||!1===t.when?.())return[];let l=n()>0?"selection":"conversation",s="select"===t.group&&0===n();return[{id:e,group:s?"desk":"write"===t.group?"conversation":["conversation","select"].includes(t.group)?l:"desk",label:r(e,t),more:e.replaceAll("_"," "),key:a().keyOf(e),mark:i(t.icon??"arrow-right",18),next:"conversation"===t.group,asked:s,run:t.run}]})}({desk:h,actions:t,keymap:a}),f=null,w=()=>{let e=h();return e&&(f??=function({desk:e,actions:t,keymap:a,open:l,recent:c,selection:u}){let m=function({desk:e,selection:t}){return()=>{let a=e.row;if(!a&&0===t.count)return[];let l=l=>t.count>0?t.assign(l):a&&e.assign(a.id,l),n=t.count>0?void 0:a?.agent_id,r=e.agents.filter(e=>!1!==e.active&&e.id!==n).map(t=>({id:`assign:${t.id}`,group:"assign",label:t.id===e.agent.id?s("palette.assign_me"):s("palette.assign_to",{name:t.name}),hint:s(`agent.state_${t.online?t.availability:"offline"}`),more:"assign",mark:p(t,"small"),asked:!0,next:!0,run:()=>l(t.id)}));return null!==n&&r.push({id:"assign:nobody",group:"assign",label:s("palette.assign_nobody"),more:"assign unassign",mark:i("users",18),asked:!0,next:!0,run:()=>l(null)}),r}}({desk:e,selection:u}),k=()=>{let t=new Map(c().slice(0,5).map((e,t)=>[e,t])),a=Date.now(),s=[...e.cache.rows.values()].filter(t=>t.id!==e.openId),n=e=>t.get(e.id)??5;return s.sort((e,t)=>n(e)-n(t)||t.updated_at.localeCompare(e.updated_at)).map(e=>({id:`conversation:${e.id}`,group:"recent",label:r(e.contact),hint:[g(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)?.slice(0,60),$(e.updated_at,a)].filter(Boolean).join(" · "),mark:b`<span class="palette-face">${o(e.contact)}</span>`,asked:!t.has(e.id),run:()=>l(e.id)}))};return{subject:()=>u.count>0?n("palette.selected",u.count):e.row?r(e.row.contact):null,all:()=>[...m(),...d.map(l=>({id:`view:${l}`,group:"view",label:s("palette.view",{name:s(`inbox.view_${l}`)}),hint:null===e.cache.counts?.[l]?"999+":String(e.cache.counts?.[l]??""),more:l,key:a().keyOf(`view_${l}`),mark:i("list-filter",18),current:e.list.view===l,run:()=>t[`view_${l}`]?.run()})),...k()]}}({desk:e,actions:t,keymap:a,open:c,recent:u,selection:j(e)})),e&&f};return{subject:()=>w()?.subject()??null,all:()=>[...y(),...w()?.all()??[],...x(m.in("settings"),!!h(),v)]}}export{E as createEntries,w as createPalette};
