import{a as e,d as t,f as s,g as n}from"./with-app-push.js";import{a as i,h as a,i as o,j as l,k as r,n as c,o as u,t as g}from"./settings.js";import{E as p,Fa as _,Ga as d,H as b,Ia as m,J as y,ca as $,ha as h,ja as k,ka as f,ma as w,na as v,oa as q,r as T,u as j,va as x,wa as S}from"./app.js";var D=["move","conversation","write","select","view","go","desk"];function O(e,t){let s=function(){let e={desk:{},ui:{},list:{},composer:{}},t=_(e);for(let[s,n]of Object.entries(d(e)))"view"!==n.group&&!Object.values(t).some(e=>e.key===n.key)&&(t[s]??=n);return Object.assign(t,h(e)),t}(),n=null,i=[],a=null,o=null,r=e=>y(s[e].label),c=()=>{clearTimeout(a),n=null,i=[],t()},u=()=>{let a=n,l=i.join(" "),u=v(s,e.get("keys")).against(a,l);if(c(),u&&"taken"!==u.problem)return o={id:a,text:y(`settings_notices.key_${u.problem}`,{key:f(l).join(" ")})},t();o=u?.by?{id:a,text:y("settings_notices.key_taken",{action:r(u.by)})}:null,e.set("keys",q(s,e.get("keys"),a,l))},g=o=>{if(!n)return;if("Tab"===o.key||(o.preventDefault(),o.stopPropagation(),"Escape"===o.key))return c();if("Backspace"===o.key||"Delete"===o.key){let t=n;return c(),e.set("keys",q(s,e.get("keys"),t,""))}let l=k(o);if(l){if(i.push(l),clearTimeout(a),2===i.length||l.includes("+"))return u();a=setTimeout(u,900),t()}};return()=>{let a=v(s,e.get("keys")),u=e.get("keys");return T`${D.map(p=>{let _=Object.keys(s).filter(e=>s[e].group===p&&!w.has(e));return 0===_.length?j:l(y(`keys.group_${p}`),T`<ul class="key-rows">
${_.map(l=>{let p=n===l,_=a.keyOf(l);return T`<li class="key-row" data-action=${l}>
<span>${r(l)}</span>
<button
type="button"
class="key-button ${p?"waiting":""}"
aria-label=${p?y("settings_notices.press"):y("settings_notices.change_key",{action:r(l),key:f(_).join(" ")||y("settings_notices.no_key")})}
aria-pressed=${p}
@click=${()=>{n=p?null:l,i=[],o=null,t()}}
@keydown=${g}
@blur=${()=>p&&c()}
>
${p?T`<span>${i.length?f(i.join(" ")).map(e=>T`<kbd>${e}</kbd>`):y("settings_notices.press")}</span>`:_?f(_).map(e=>T`<kbd>${e}</kbd> `):T`<span class="thing-about">${y("settings_notices.no_key")}</span>`}
</button>
${l in u?T`<button type="button" class="text-button" aria-label=${y("settings_notices.reset_one",{action:r(l)})} @click=${()=>e.set("keys",q(s,u,l,null))}>${y("settings_notices.reset")}</button>`:T`<span></span>`}
${o?.id===l?T`<p class="field-hint key-said" role="status">${o.text}</p>`:j}
</li>`})}
</ul>`)})}
${Object.keys(u).length>0?T`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${y("settings_notices.reset_all")}</button></div>`:j}`}}var P=["new","assigned","message","mention","clock","ticket","followed"],E="followed",N=[0,5,10,15,30,60],U=[0,2,5,10,30],C=new Intl.DateTimeFormat(b,{weekday:"narrow",timeZone:"UTC"}),G=new Intl.DateTimeFormat(b,{weekday:"long",timeZone:"UTC"});function F({changed:e,form:t,kinds:s,push:n}){let i=()=>globalThis.Notification?.permission??"unsupported",a=async()=>{await(globalThis.Notification?.requestPermission?.()),e()};return()=>{let e=t.get("quiet"),c=Math.round(100*t.get("notifications.volume"));return T`${l(y("settings_notices.what"),s(),y("settings_notices.what_intro"))}
${l(y("settings_notices.volume"),"",y("settings_notices.volume_intro"),T`<span class="slider"
><input
type="range"
min="0"
max="100"
step="5"
aria-label=${y("settings_notices.volume")}
.value=${p(String(c))}
@input=${e=>t.set("notifications.volume",Number(e.target.value)/100)}
/><output>${c}%</output></span
>`)}
${l(y("settings_notices.repeat_title"),o(t,"notifications.repeat",y("settings_notices.repeat"),y("settings_notices.repeat_hint")))}
${l(y("settings_notices.permission"),"",y(`settings_notices.permission_${i()}`),"default"===i()?T`<button type="button" class="button" @click=${a}>${y("settings_notices.allow")}</button>`:j)}
${n()}
${l(y("settings_notices.quiet"),T`${o(t,"quiet.enabled",y("settings_notices.quiet_on"),y("settings_notices.quiet_hint"))}
${e.enabled?T`<div class="day-range">
${r(y("settings_notices.quiet_from"),e.from,e=>t.set("quiet.from",e))}
<span aria-hidden="true">–</span>
${r(y("settings_notices.quiet_to"),e.to,e=>t.set("quiet.to",e))}
${e.to<=e.from?T`<span class="chip">${y("settings_notices.next_day")}</span>`:j}
</div>
<div class="segments" role="group" aria-label=${y("settings_notices.quiet_days")}>
${[1,2,3,4,5,6,7].map(s=>{let n=new Date(Date.UTC(2026,0,4+s)),i=e.days.includes(s);return T`<button
type="button"
class="segment segment-day"
aria-pressed=${i}
aria-label=${G.format(n)}
@click=${()=>t.set("quiet.days",i?e.days.filter(e=>e!==s):[...e.days,s].sort())}
>
${C.format(n)}
</button>`})}
</div>
<p class="field-error" role="alert">${t.errors["quiet.days"]??""}</p>`:j}`)}
${l(y("settings_notices.away"),"",y("settings_notices.away_intro"),m(y("settings_notices.away"),[...new Set([...N,t.get("away_after_min")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?y("settings_notices.minutes",{count:e}):y("settings_notices.never")})),String(t.get("away_after_min")),e=>t.set("away_after_min",Number(e))))}`}}function I({me:o,call:r,changed:_,say:d,failed:b}){let h={tab:"notices",problem:null},k=S({load:async()=>null,save:e=>r("PUT","/me/preferences",e),failed:e=>h.problem=e}),f=c({read:()=>r("GET","/me/preferences"),check:({quiet:e})=>g(e.from)&&g(e.to)?e.enabled&&0===e.days.length?{"quiet.days":y("settings_notices.no_days")}:{}:{"quiet.days":y("settings_notices.no_time")},async write(e){if(!await k.change(e))throw h.problem;return structuredClone(e)},changed:_}),w=x({changed:_}),v=O(f,_),q=function({me:o,call:r,changed:c,failed:g}){let p={busy:!1,trouble:null},_=u(async()=>{let[e,{items:s},n]=await Promise.all([r("GET","/push/key"),r("GET","/push/subscriptions"),t()]);return{key:e,devices:s,here:!!n}},c),d=async e=>{if(!p.busy){p.busy=!0,c();try{await e()}catch(e){g(e)}p.busy=!1,await _.load()}},b=e=>T`<li class="thing">
<span class="thing-mark">${i("smartphone")}</span>
<div class="thing-what">
<span class="thing-name">${e.device||y("settings_notices.push_this")}</span>
<span class="thing-about">${e.refused?y("settings_notices.push_refused",{status:e.refused}):e.sent_at?y("settings_notices.push_sent",{time:$(e.sent_at)}):y("settings_notices.push_new")}</span>
</div>
</li>`,m=t=>{let i=e(),c=t.key.enabled?i?p.trouble?`push_${p.trouble}`:"push_intro":"push_unsupported":"push_disabled";return l(y("settings_notices.push_title"),T`<ul class="things">${t.devices.map(b)}</ul>
${0===t.devices.length?T`<p class="nothing-yet">${y("settings_notices.push_none")}</p>`:j}
${"owner"===o.agent.role&&t.key.enabled?a(t.key.names,e=>{d(()=>r("PUT","/push/names",{names:e}))},y("settings_notices.push_names"),y("settings_notices.push_names_hint")):j}`,y(`settings_notices.${c}`),t.key.enabled&&i?T`<button type="button" class="button" aria-busy=${p.busy} @click=${()=>(({here:e,key:t})=>d(async()=>{if(p.trouble=null,e)return n(r);let i=await s(r,t.key??"");p.trouble="on"===i?null:i}))(t)}>${y(t.here?"settings_notices.push_off":"settings_notices.push_on")}</button>`:j)};return{start:()=>{_.load()},view:()=>_.view(m)}}({me:o,call:r,changed:_,failed:b}),D=F({changed:_,form:f,kinds:()=>N(),push:q.view}),N=function({bell:e,form:t,say:s}){return()=>T`<div class="grid-table" role="table" aria-label=${y("settings_notices.what")}>
<div role="row" class="grid-head">
<span role="columnheader">${y("settings_notices.news")}</span><span role="columnheader">${y("settings_notices.sound")}</span
><span role="columnheader">${y("settings_notices.browser")}</span><span role="columnheader">${y("settings_notices.push")}</span><span role="columnheader"><span class="hidden">${y("settings_notices.hear")}</span></span>
</div>
${P.map(n=>T`<div role="row">
<span role="rowheader">${y(`settings_notices.kind_${n}`)}</span>
${["sound","browser","push"].map(e=>{let s=`notifications.${n}.${e}`;return n===E&&"push"!==e?T`<span role="cell"></span>`:T`<span role="cell"
><label class="switch"
><input
type="checkbox"
role="switch"
aria-label="${y(`settings_notices.kind_${n}`)} · ${y(`settings_notices.${e}`)}"
.checked=${p(t.get(s))}
@change=${e=>t.set(s,e.target.checked)} /></label
></span>`})}
<span role="cell">${n===E?j:T`<button type="button" class="text-button" aria-label=${y("settings_notices.hear_one",{kind:y(`settings_notices.kind_${n}`)})} @click=${()=>(async n=>{await e.wake(),e.ring(n,t.get("notifications.volume"))||s(y("settings_notices.silent"),{bad:!0})})(n)}>${y("settings_notices.hear")}</button>`}</span>
</div>`)}
</div>`}({bell:w,form:f,say:d});return{form:f,start:q.start,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:y("settings_notices.tab_notices")},{id:"writing",label:y("settings_notices.tab_writing")},{id:"keys",label:y("settings_notices.tab_keys")}],get tab(){return h.tab},choose(e){h.tab=e,_()},body:()=>"notices"===h.tab?D():"writing"===h.tab?T`${l(y("settings_notices.send"),"",y("settings_notices.send_intro"),m(y("settings_notices.send"),[{value:"mod+enter",label:y("settings_notices.send_mod")},{value:"enter",label:y("settings_notices.send_enter")}],f.get("send_on"),e=>f.set("send_on",e)))}
${l(y("settings_notices.undo"),"",y("settings_notices.undo_intro"),m(y("settings_notices.undo"),[...new Set([...U,f.get("undo_send_s")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?y("settings_notices.seconds",{count:e}):y("settings_notices.never")})),String(f.get("undo_send_s")),e=>f.set("undo_send_s",Number(e))))}`:T`<p class="page-intro">${y("settings_notices.keys_intro")}</p>${v()}`}}export{I as notificationsPage};
