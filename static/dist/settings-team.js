import{a,f as e,k as t,m as s,n as i,p as n,u as l}from"./settings.js";import{D as m,I as o,P as r,pa as g,q as c,t as d,ta as u}from"./app.js";function _({me:_,call:v,changed:b,say:$,failed:p,ask:f,onSeen:h}){let w=n(async()=>{let[a,e]=await Promise.all([v("GET","/agents?limit=200"),v("GET","/agents/invitations")]);return{agents:a.items,invitations:e.items}},b);h(({id:a,online:e,availability:t})=>{let s=w.value?.agents.find(e=>e.id===a);s&&(Object.assign(s,{online:e,availability:t??s.availability}),b())});let y="owner"===_.agent.role,k={email:"",name:"",role:"agent",wrong:"",busy:!1},O={made:null},j=(y?["owner","admin","agent"]:["admin","agent"]).map(a=>({value:a,label:o(`settings_team.role_${a}`)})),{change:x,disable:E,takeBack:P,invite:T}=function({say:a,failed:e,ask:t,call:s,loaded:n,draft:m,at:r,changed:g}){let c=t=>{let s={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[t.code];s?a(o(s),{bad:!0}):e(t)},d=async(e,i,m)=>{try{let n=await l(t,a=>s("PATCH",`/agents/${e.id}`,{...i,...a}));n&&(Object.assign(e,n),a(m))}catch(a){c(a)}await n.load()};return{change:d,disable:async a=>{await t({title:o("settings_team.disable_ask",{name:a.name}),text:o("settings_team.disable_means"),confirm:o("settings_team.disable")})&&await d(a,{active:!1},o("settings_team.is_disabled",{name:a.name}))},takeBack:async t=>{try{await s("DELETE",`/agents/invitations/${t.id}`,{}),r.made?.id===t.id&&(r.made=null),a(o("settings_team.taken_back",{email:t.email}))}catch(a){e(a)}await n.load()},invite:async a=>{if(a.preventDefault(),!m.busy){if(m.wrong=i(m.email.trim())?"":"settings_team.email_odd",!m.wrong){m.busy=!0;try{let a={email:m.email.trim(),name:m.name.trim(),role:m.role},e=await l(t,e=>s("POST","/agents/invitations",{...a,...e}));e&&(r.made=e,Object.assign(m,{email:"",name:"",role:"agent"}),await n.load())}catch(a){c(a)}m.busy=!1}g()}}}}({say:$,failed:p,ask:f,call:v,loaded:w,draft:k,at:O,changed:b}),{row:B,invited:D}=function({me:t,isOwner:s,roles:i,change:n,disable:l,takeBack:m}){return{row:a=>{let m=a.id===t.agent.id,g=!m&&(s||"owner"!==a.role),u=m?t.agent.availability:a.online?a.availability:"offline";return c`<li class="thing ${a.active?"":"off"}" data-agent=${a.email}>
${r(a)}
<div class="thing-what">
<span class="thing-name"
>${a.name}${m?c`<span class="chip">${o("common.you")}</span>`:d}${a.active?d:c`<span class="chip">${o("settings_team.disabled")}</span>`}</span
>
<span class="thing-about"
>${a.email} ·
${a.active?o(`agent.state_${u}`):o("settings_team.no_access")}</span
>
</div>
<div class="thing-does">
${g&&a.active?c`${e(`role-${a.id}`,i,a.role,e=>n(a,{role:e},o("settings_team.role_changed",{name:a.name,role:o(`settings_team.role_${e}`)})),o("settings_team.role_of",{name:a.name}))}
<button type="button" class="button quiet" @click=${()=>l(a)}>${o("settings_team.disable")}</button>`:c`<span class="thing-about">${o(`settings_team.role_${a.role}`)}</span>${g?c`<button type="button" class="button" @click=${()=>n(a,{active:!0},o("settings_team.is_enabled",{name:a.name}))}>
${o("settings_team.enable")}
</button>`:d}`}
</div>
</li>`},invited:e=>0===e.length?d:c`<ul class="things">
${e.map(e=>c`<li class="thing">
<span class="thing-mark">${a("user")}</span>
<div class="thing-what">
<span class="thing-name">${e.name||e.email}<span class="chip">${o("settings_team.invited")}</span></span>
<span class="thing-about" title=${u(e.expires_at)}
>${e.name?`${e.email} · `:""}${o(`settings_team.role_${e.role}`)} ·
${o("settings_team.until",{time:g(e.expires_at,Date.now())})}</span
>
</div>
<div class="thing-does">
<button type="button" class="button quiet" @click=${()=>m(e)}>${o("settings_team.take_back")}</button>
</div>
</li>`)}
</ul>`}}({me:_,isOwner:y,roles:j,change:x,disable:E,takeBack:P});return{start:w.load,body:()=>w.view(({agents:a,invitations:i})=>{let n=a.filter(a=>a.active).length,l=_.seats.allowed;return c`${t(o("settings_team.seats",{used:n,allowed:l}),c`<progress class="seats" max=${l} value=${n} aria-label=${o("settings_team.seats_name")}></progress>`,o("settings_team.seats_intro"))}
${t(o("settings_team.members"),c`<ul class="things">${a.map(B)}</ul>`,o("settings_team.roles_intro"))}
${t(o("settings_team.invite"),c`<form class="set-stack" novalidate @submit=${T}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="invite-email">${o("settings_team.email")}</label></div>
<input
id="invite-email"
class="input"
type="email"
inputmode="email"
autocomplete="off"
aria-invalid=${k.wrong?"true":d}
aria-describedby="invite-wrong"
.value=${m(k.email)}
@input=${a=>Object.assign(k,{email:a.target.value,wrong:""})}
/>
<p class="field-error" id="invite-wrong" role="alert">${k.wrong?o(k.wrong):""}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="invite-name">${o("settings_team.name")}</label></div>
<input
id="invite-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${m(k.name)}
@input=${a=>Object.assign(k,{name:a.target.value})}
/>
</div>
</div>
<div class="set-actions">
${e("invite-role",j.filter(a=>"owner"!==a.value),k.role,a=>Object.assign(k,{role:a}),o("settings_team.role"))}
<button class="button primary" type="submit" aria-busy=${k.busy}>${o("settings_team.make_link")}</button>
</div>
</form>
${O.made?c`<div class="once" role="status">
<strong>${o("settings_team.link_for",{email:O.made.email})}</strong>
${s(O.made.url,void 0,o("settings_team.link_for",{email:O.made.email}))}
<p class="field-hint">${o("settings_team.link_once")}</p>
</div>`:d}
${D(i)}`,o("settings_team.invite_intro"))}`})}}export{_ as teamPage};
